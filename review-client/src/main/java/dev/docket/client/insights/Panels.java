package dev.docket.client.insights;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.task.Background;
import dev.docket.dto.people.PersonView;
import java.time.ZoneId;
import java.util.List;

/// The panels that are drawn from the floor's figures.
public final class Panels {
    private Panels() {}

    /// Those of the questions that this person may ask.
    public static List<Panel> of(PersonView person, InsightsApi api, Background background, Messages messages) {
        var words = new FigureWords(new ItemWords(messages), messages.locale(), ZoneId.systemDefault());
        return Question.of(person).stream()
                .map(question -> panel(new FiguresModel(question, api, background), words))
                .toList();
    }

    private static Panel panel(FiguresModel model, FigureWords words) {
        var chart = new Chart(model, words);
        return new Panel(model, chart, chart.captionProperty());
    }
}
