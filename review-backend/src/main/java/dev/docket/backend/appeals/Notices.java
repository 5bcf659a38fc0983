package dev.docket.backend.appeals;

import dev.docket.backend.enforcement.Statements;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.appeals.Appellant;
import dev.docket.dto.appeals.AppellantRole;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What those whom an appeal concerns read of its outcome.
@Component
class Notices {
    private final Statements statements;
    private final Items items;

    Notices(Statements statements, Items items) {
        this.statements = statements;
        this.items = items;
    }

    /// The appellant's notice first. When the outcome moved, the others are told too: the reporters of what an author
    /// appealed against, the author of what a reporter did.
    List<Tidings.Told> ofOutcome(Appeal appeal, PastDecision answer, Item item) {
        var told = new ArrayList<Tidings.Told>();
        told.add(new Tidings.Told(
                appeal.appellant(),
                write(
                        appeal.appellant(),
                        appeal.language(),
                        item,
                        answer.finding(),
                        answer.policyVersions(),
                        appeal.outcome())));
        if (appeal.outcome() != Outcome.UPHOLD) {
            concerned(appeal, item)
                    .forEach(other -> told.add(new Tidings.Told(
                            other,
                            write(other, appeal.language(), item, answer.finding(), answer.policyVersions(), null))));
        }
        return told;
    }

    /// As the appellant would read it.
    Notice preview(
            Appeal appeal,
            Item item,
            Finding finding,
            Map<String, Integer> versions,
            Outcome outcome,
            String language) {
        return write(appeal.appellant(), language, item, finding, versions, outcome);
    }

    private List<Appellant> concerned(Appeal appeal, Item item) {
        if (appeal.appellant().role() == AppellantRole.AUTHOR) {
            return items.reports(item.id()).stream()
                    .map(ReportView::reporter)
                    .distinct()
                    .map(reporter -> new Appellant(reporter, AppellantRole.REPORTER))
                    .toList();
        }
        var content = item.content();
        return content == null || content.author() == null
                ? List.of()
                : List.of(new Appellant(content.author().externalId(), AppellantRole.AUTHOR));
    }

    private Notice write(
            Appellant reader,
            String language,
            Item item,
            Finding finding,
            Map<String, Integer> versions,
            @Nullable Outcome outcome) {
        var statement = statements.write(
                new Statements.Facts(
                        Statements.Reader.valueOf(reader.role().name()), item, finding, versions, false, outcome, null),
                language);
        return new Notice(
                statement.language(),
                statement.title(),
                statement.sections().stream()
                        .map(section -> new Notice.Section(section.heading(), section.text()))
                        .toList());
    }
}
