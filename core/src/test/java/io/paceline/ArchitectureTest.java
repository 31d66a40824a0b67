package io.paceline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the package pages promise about who depends on whom. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.paceline");

    /** The classes that are compiled apart. */
    private static final String VECTOR_KERNEL = ".*\\.Vector(LaneKernel|LaneTimes|Elementary)";

    @Test
    void theRulesSeeTheCode() {
        assertThat(CORE.stream().map(c -> c.getPackageName()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "io.paceline.chase",
                        "io.paceline.check",
                        "io.paceline.drafting",
                        "io.paceline.kernel",
                        "io.paceline.plan",
                        "io.paceline.power",
                        "io.paceline.rider",
                        "io.paceline.road",
                        "io.paceline.stakes");
    }

    @ParameterizedTest(name = "{0} may depend on {1}")
    @CsvSource({
        "check, ''",
        "plan, check",
        "rider, check",
        "road, check",
        "drafting, check",
        "power, road check",
        "stakes, check rider",
        "chase, check plan rider road drafting power",
        "kernel, check plan rider road drafting power chase",
    })
    void packagesDependAsTheirPagesSay(String name, String others) {
        List<String> allowed = new ArrayList<>(List.of("java..", "io.paceline." + name));
        for (String other : others.split(" ")) {
            allowed.add("io.paceline." + other);
        }
        classes()
                .that()
                .resideInAPackage("io.paceline." + name)
                .and()
                .haveNameNotMatching(VECTOR_KERNEL)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CORE);
    }

    @Test
    void onlyTheVectorKernelKnowsTheIncubatingModule() {
        noClasses()
                .that()
                .haveNameNotMatching(VECTOR_KERNEL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(CORE);
        noClasses()
                .that()
                .haveNameNotMatching(VECTOR_KERNEL)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(VECTOR_KERNEL)
                .because("it is loaded by name, where its module is there")
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.paceline.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void nothingWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)").check(CORE);
    }

    @Test
    void onlyTheRangeChecksAreKeptInside() throws IOException {
        ModuleDescriptor module = coreModule();
        List<String> exported =
                module.exports().stream().map(ModuleDescriptor.Exports::source).toList();
        List<String> packages =
                CORE.stream().map(c -> c.getPackageName()).distinct().toList();
        assertThat(packages).filteredOn(p -> !exported.contains(p)).containsExactly("io.paceline.check");
        assertThat(module.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
    }

    /** Several jars of the tests' class path are modules. */
    private static ModuleDescriptor coreModule() throws IOException {
        ClassLoader loader = ArchitectureTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources("module-info.class"))) {
            try (InputStream in = url.openStream()) {
                ModuleDescriptor module = ModuleDescriptor.read(in);
                if (module.name().equals("io.paceline.core")) {
                    return module;
                }
            }
        }
        throw new IllegalStateException("io.paceline.core is not on the class path");
    }
}
