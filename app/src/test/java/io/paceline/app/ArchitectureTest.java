package io.paceline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.paceline.app");

    @Test
    void readersKnowNoOptimizerNoReportAndNoCommand() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.paceline.optimizer..", "io.paceline.app", "io.paceline.app.report..", "picocli..")
                .check(APP);
    }

    @Test
    void ridesAreReadWithoutOptimizerReportOrCommand() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.activity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.paceline.optimizer..", "io.paceline.app", "io.paceline.app.report..", "picocli..")
                .check(APP);
    }

    @Test
    void ridersFromRidesKnowNoCommand() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.riders..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.paceline.app", "picocli..", "io.paceline.optimizer.rotation..")
                .check(APP);
    }

    @Test
    void reportsKnowNoOptimizer() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.paceline.optimizer..", "io.paceline.app")
                .check(APP);
    }

    @Test
    void studiesOfAPlanKnowNoCommandAndNoPage() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.study..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.paceline.app", "io.paceline.app.serve..", "picocli..")
                .check(APP);
    }

    @Test
    void nothingKnowsTheSearchEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.optaplanner..", "io.paceline.optimizer.rotation.solver..")
                .check(APP);
    }

    @Test
    void readersComputeNoPower() {
        // the break's power from its speed and the drivetrain are the model's own words for a scenario
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.paceline.kernel..")
                .check(APP);
    }

    @Test
    void filesForTheBrowserKnowNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAPackage("io.paceline.app.web..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.paceline.app.web..", "org.jspecify..")
                .check(APP);
    }
}
