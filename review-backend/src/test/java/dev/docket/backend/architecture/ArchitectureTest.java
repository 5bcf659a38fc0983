package dev.docket.backend.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.docket.backend.Floor;
import dev.docket.backend.architecture.planted.web.PlantedController;
import dev.docket.backend.platform.Exempt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
    /// It may only fall.
    private static final int EXEMPTIONS = 1;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.docket.backend");
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages(PlantedController.class.getPackageName().replace(".web", ""));

    static Stream<String> rules() {
        return HouseRules.ALL.keySet().stream().sorted();
    }

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Floor.class).verify();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(String rule) {
        HouseRules.ALL.get(rule).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedViolationIsCaughtBy(String rule) {
        assertThat(HouseRules.ALL.get(rule).evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void exemptionsDoNotGrow() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.isAnnotatedWith(Exempt.class))
                        .count())
                .isLessThanOrEqualTo(EXEMPTIONS);
    }
}
