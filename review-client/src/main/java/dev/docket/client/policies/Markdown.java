package dev.docket.client.policies;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A policy's text as its readers see it: paragraphs, headings, lists, bold and italic.
///
/// Drawn as text nodes. There is no browser in it, so nothing in the text can load, run or lead anywhere.
final class Markdown extends VBox {
    private static final Pattern BLANK = Pattern.compile("\\R\\s*\\R");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*+]\\s+(.*)");
    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*");

    Markdown() {
        getStyleClass().add("policy-preview");
    }

    void show(String text) {
        getChildren().clear();
        for (String block : BLANK.split(text.strip())) {
            show(block.lines().toList());
        }
    }

    private void show(List<String> lines) {
        var paragraph = new StringBuilder();
        for (String line : lines) {
            var heading = HEADING.matcher(line);
            var bullet = BULLET.matcher(line);
            if (heading.matches()) {
                finish(paragraph);
                getChildren().add(flow(heading.group(1), "md-heading"));
            } else if (bullet.matches()) {
                finish(paragraph);
                getChildren().add(flow("•  " + bullet.group(1), "md-text"));
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        finish(paragraph);
    }

    private void finish(StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            getChildren().add(flow(paragraph.toString(), "md-text"));
            paragraph.setLength(0);
        }
    }

    private static TextFlow flow(String text, String style) {
        var flow = new TextFlow();
        flow.setLineSpacing(3);
        var marked = MARKED.matcher(text);
        int from = 0;
        while (marked.find()) {
            add(flow, text.substring(from, marked.start()), style);
            if (marked.group(1) != null) {
                add(flow, marked.group(1), style, "md-strong");
            } else {
                add(flow, marked.group(2), style, "md-emphasis");
            }
            from = marked.end();
        }
        add(flow, text.substring(from), style);
        return flow;
    }

    private static void add(TextFlow flow, String text, String... styles) {
        if (!text.isEmpty()) {
            var part = new Text(text);
            part.getStyleClass().addAll(styles);
            flow.getChildren().add(part);
        }
    }
}
