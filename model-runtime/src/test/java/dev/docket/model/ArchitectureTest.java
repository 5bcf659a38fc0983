package dev.docket.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.docket.model");
    private static final ArchRule RUNTIME_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.docket.model.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .because("tensors and sessions are native memory, and one package can watch over it");

    @Test
    void onlyOnePackageSeesTheRuntime() {
        RUNTIME_STAYS_IN_ITS_PACKAGE.check(MAIN);
    }

    @Test
    void aStrayUseOfTheRuntimeIsCaught() {
        var stray = new ClassFileImporter().importClasses(Stray.class);
        assertThat(RUNTIME_STAYS_IN_ITS_PACKAGE.evaluate(stray).hasViolation()).isTrue();
    }

    @Test
    void theLibraryKnowsNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(MAIN);
    }

    @Test
    void servingDoesNotDependOnTraining() {
        classes()
                .that()
                .resideInAPackage("dev.docket.model.train..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("dev.docket.model.train..")
                .check(MAIN);
    }

    private static final class Stray {
        ai.onnxruntime.OrtEnvironment environment = ai.onnxruntime.OrtEnvironment.getEnvironment();
    }
}
