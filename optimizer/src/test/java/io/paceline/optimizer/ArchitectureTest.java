package io.paceline.optimizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of the module, as the package descriptions state them. */
class ArchitectureTest {
    private static final String SOLVER = "io.paceline.optimizer.rotation.solver..";
    private static final String DRAFT = "io.paceline.optimizer.rotation.draft..";
    private static final String GAME = "io.paceline.optimizer.game";
    private static final String ROTATION = "io.paceline.optimizer.rotation";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.paceline.optimizer");

    @Test
    void classesAreFound() {
        assertThat(classes).hasSizeGreaterThan(20);
    }

    @Test
    void onlyTheSolverPackageKnowsOptaPlanner() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SOLVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(classes);
    }

    @Test
    void draftsDependOnNoOtherPackageOfTheModule() {
        noClasses()
                .that()
                .resideInAPackage(DRAFT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROTATION, SOLVER)
                .check(classes);
    }

    @Test
    void theSolverDependsOnDraftsButNotOnThePlanner() {
        noClasses()
                .that()
                .resideInAPackage(SOLVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROTATION)
                .check(classes);
    }

    @Test
    void theGameKnowsNothingOfCycling() {
        classes()
                .that()
                .resideInAPackage(GAME)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GAME)
                .check(classes);
    }

    @Test
    void calibrationKnowsNoSearchAndNoChase() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.optimizer.calibration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROTATION + "..", "io.paceline.optimizer.exact..", "io.paceline.kernel..", "io.paceline.chase..")
                .check(classes);
    }

    @Test
    void decisionsUseThePlannerAndTheGameOnly() {
        classes()
                .that()
                .resideInAPackage("io.paceline.optimizer.decision")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.paceline.chase",
                        "io.paceline.kernel",
                        "io.paceline.plan",
                        "io.paceline.power",
                        "io.paceline.rider",
                        "io.paceline.road",
                        "io.paceline.stakes",
                        ROTATION,
                        GAME,
                        "io.paceline.optimizer.decision")
                .check(classes);
    }

    @Test
    void sprintsUseThePlannerOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.optimizer.sprint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        DRAFT, SOLVER, GAME, "io.paceline.optimizer.decision", "io.paceline.optimizer.exact")
                .check(classes);
    }

    @Test
    void theModuleKnowsNoFiles() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(?!Serializable$|ObjectStreamException$).*")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(classes);
    }

    @Test
    void thePublicInterfaceIsFreeOfSolversAndDrafts() {
        classes()
                .that()
                .resideInAPackage(ROTATION)
                .and()
                .arePublic()
                .and()
                .areInterfaces()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.paceline.kernel..", "io.paceline.chase..", ROTATION)
                .check(classes);
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }
}
