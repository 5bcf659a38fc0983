package dev.docket.backend.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePublic;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.docket.backend.platform.Exempt;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;

/// What a test holds about the backend's code, each rule under the name an [Exempt] would give.
final class HouseRules {
    private static final DescribedPredicate<JavaClass> DATABASE_ACCESS = assignableTo(JdbcClient.class)
            .or(assignableTo(JdbcOperations.class))
            .or(assignableTo(EntityManager.class))
            .as("JdbcClient, JdbcTemplate or EntityManager");
    private static final DescribedPredicate<JavaClass> REPOSITORY = annotatedWith(
                    org.springframework.stereotype.Repository.class)
            .<JavaClass>forSubtype()
            .or(assignableTo(Repository.class))
            .as("repositories");

    static final Map<String, ArchRule> ALL = Map.ofEntries(
            Map.entry(
                    "sql-in-repositories",
                    noClasses()
                            .that(DescribedPredicate.not(REPOSITORY))
                            .and(notExempt("sql-in-repositories"))
                            .should()
                            .dependOnClassesThat(DATABASE_ACCESS)
                            .because("statements live where their table's owner can find them")),
            Map.entry(
                    "repositories-hidden",
                    classes()
                            .that(REPOSITORY)
                            .and(notExempt("repositories-hidden"))
                            .should(not(bePublic()))
                            .because("another module goes through this module's use cases")),
            Map.entry(
                    "web-hidden",
                    classes()
                            .that()
                            .resideInAPackage("..web..")
                            .and(notExempt("web-hidden"))
                            .should(not(bePublic()))
                            .because("nothing calls a controller but HTTP")),
            Map.entry(
                    "web-without-repositories",
                    noClasses()
                            .that()
                            .resideInAPackage("..web..")
                            .should()
                            .dependOnClassesThat(REPOSITORY)
                            .because("a controller translates and delegates; transactions are the services'")),
            Map.entry(
                    "injected-clock",
                    noClasses()
                            .that(notExempt("injected-clock"))
                            .should()
                            .callMethodWhere(asksTheMachineForTheTime())
                            .because("time is a Clock, so that tests can move it")),
            Map.entry(
                    "constructor-injection",
                    noFields()
                            .should()
                            .beAnnotatedWith(Autowired.class)
                            .orShould()
                            .beAnnotatedWith(Value.class)
                            .because("what a type needs, its constructor says")),
            Map.entry(
                    "no-standard-output",
                    noClasses()
                            .that(notExempt("no-standard-output"))
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .because("events are log lines")),
            Map.entry(
                    "no-async",
                    noMethods()
                            .should()
                            .beAnnotatedWith(Async.class)
                            .because("work that must happen is a row in the database")),
            Map.entry(
                    "no-sleep",
                    noClasses()
                            .that(notExempt("no-sleep"))
                            .should()
                            .callMethodWhere(sleeps())
                            .because("waiting is the scheduler's, or a condition's")),
            Map.entry(
                    "no-old-dates",
                    noClasses()
                            .should()
                            .dependOnClassesThat(equivalentTo(java.util.Date.class))
                            .because("instants are java.time.Instant")));

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> notExempt(String rule) {
        return DescribedPredicate.describe(
                "not exempt from " + rule,
                type -> !type.tryGetAnnotationOfType(Exempt.class)
                        .map(exempt ->
                                exempt.rule().equals(rule) && !exempt.because().isBlank())
                        .orElse(false));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        var clocks = List.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.OffsetDateTime",
                "java.time.ZonedDateTime",
                "java.time.YearMonth");
        return DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getName().equals("now")
                                && clocks.contains(call.getTargetOwner().getName())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))
                        || call.getName().equals("currentTimeMillis")
                                && call.getTargetOwner().isEquivalentTo(System.class));
    }

    private static DescribedPredicate<JavaCall<?>> sleeps() {
        return DescribedPredicate.describe(
                "Thread.sleep",
                call -> call.getName().equals("sleep") && call.getTargetOwner().isEquivalentTo(Thread.class));
    }
}
