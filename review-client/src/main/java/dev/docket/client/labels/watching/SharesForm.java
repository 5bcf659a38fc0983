package dev.docket.client.labels.watching;

import dev.docket.dto.models.WatchSettings;
import java.util.ArrayList;
import java.util.List;

/// What is typed about the shares, in percent.
public record SharesForm(String hiddenScores, String explored) {
    static final String HIDDEN_SCORES = "/hiddenScoresShare";
    static final String EXPLORED = "/exploredShare";
    private static final double PERCENT = 100;

    /// The fields whose text is no number, by pointer.
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (!isNumber(hiddenScores)) {
            wrong.add(HIDDEN_SCORES);
        }
        if (!isNumber(explored)) {
            wrong.add(EXPLORED);
        }
        return wrong;
    }

    /// @throws NumberFormatException while something is [#wrong]
    WatchSettings request() {
        return new WatchSettings(share(hiddenScores), share(explored));
    }

    private static boolean isNumber(String typed) {
        return typed.strip().matches("\\d{1,3}([.,]\\d{1,6})?");
    }

    private static double share(String typed) {
        return Double.parseDouble(typed.strip().replace(',', '.')) / PERCENT;
    }
}
