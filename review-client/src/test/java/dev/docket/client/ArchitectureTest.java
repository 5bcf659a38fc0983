package dev.docket.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The rules of the desk's house, each with a class of `planted` that breaks it.
class ArchitectureTest {
    private static final JavaClasses DESK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.docket.client");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.docket.client.planted");

    private static final Map<String, ArchRule> RULES = new TreeMap<>(Map.of(
            "view-models know no scene",
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                    .because("a view-model is tested without a toolkit"),
            "threads are made in common.task only",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..common.task..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.lang.Thread")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.concurrent\\.(Executors|.*PoolExecutor|ForkJoinPool|CompletableFuture)")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.util\\.Timer.*")
                    .because("one place decides what runs where, and tests put their own in it"),
            "OkHttp is the business of api",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..client.api..")
                    .and()
                    .resideOutsideOfPackage("..client.planted.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
                    .because("the network is a detail of api"),
            "the desk knows the floor by HTTP only",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.docket.backend..", "dev.docket.model..", "org.springframework..")
                    .because("the desk runs on another machine"),
            "nothing is shown in a browser",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.scene.web..")
                    .because("submitted content is drawn as text nodes and decoded pixels"),
            "nothing is injected into fields by name",
            noFields()
                    .should()
                    .beAnnotatedWith("javax.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .because("the shell builds everything by constructor")
                    .allowEmptyShould(true),
            "the console is not a log",
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.docket.client.Desk")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("a person at a window reads no console"),
            "what is common knows no screen",
            noClasses()
                    .that()
                    .resideInAPackage("dev.docket.client.common..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..client.review..",
                            "..client.signin..",
                            "..client.coaching..",
                            "..client.questions..",
                            "..client.care..",
                            "..client.supervisor..",
                            "..client.appeals..",
                            "..client.people..",
                            "..client.policies..",
                            "..client.search..",
                            "..client.insights..",
                            "..client.records..",
                            "..client.labels..",
                            "..client.api..")
                    .because("every screen stands on it"),
            "shell is used by the launcher alone",
            classes()
                    .that()
                    .resideInAPackage("..client.shell..")
                    .should()
                    .onlyHaveDependentClassesThat(resideInAPackage("..client.shell..")
                            .or(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                                    "dev.docket.client.Desk")))
                    .because("it knows everything, so nothing may know it")));

    private static final ArchRule FEATURES = slices().matching(
                    "dev.docket.client.(review|signin|coaching|questions|care|supervisor|appeals|labels|insights|records|people|policies|search)..")
            .should()
            .notDependOnEachOther()
            .because("a feature is understood by itself");
    private static final ArchRule PLANTED_FEATURES = slices().matching(
                    "dev.docket.client.planted.(review|supervisor)..")
            .should()
            .notDependOnEachOther();

    @TestFactory
    Stream<DynamicTest> theDeskKeepsItsRules() {
        var own = RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(DESK)));
        return Stream.concat(
                own, Stream.of(DynamicTest.dynamicTest("features do not see one another", () -> FEATURES.check(DESK))));
    }

    @TestFactory
    Stream<DynamicTest> aPlantedBreachIsCaught() {
        var caught = Stream.of(
                        "view-models know no scene",
                        "threads are made in common.task only",
                        "OkHttp is the business of api",
                        "the desk knows the floor by HTTP only",
                        "nothing is shown in a browser",
                        "the console is not a log")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(RULES.get(name).evaluate(PLANTED).hasViolation())
                                .isTrue()));
        return Stream.concat(
                caught,
                Stream.of(DynamicTest.dynamicTest(
                        "features do not see one another",
                        () -> assertThat(PLANTED_FEATURES.evaluate(PLANTED).hasViolation())
                                .isTrue())));
    }
}
