package dev.docket.client.common.control;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// A text in Markdown (CommonMark 0.31) as its readers see it: paragraphs, headings, lists, bold and italic.
///
/// Drawn as text nodes. There is no browser in it, so nothing in the text can load, run or lead anywhere: a link is
/// its words, an image its description, markup of HTML stands as it was written.
public final class MarkdownText extends VBox {
    private static final Parser PARSER = Parser.builder().build();

    public MarkdownText() {
        getStyleClass().add("markdown");
    }

    /// Draws `text` in the place of what was drawn before.
    public void show(String text) {
        getChildren().clear();
        PARSER.parse(text).accept(new Drawing());
    }

    /// Walks a text from its top to its end, and adds a flow of text for each of its blocks.
    private final class Drawing extends AbstractVisitor {
        private final Deque<String> styles = new ArrayDeque<>();
        private TextFlow flow = new TextFlow();
        private String bullet = "";

        @Override
        public void visit(Paragraph paragraph) {
            block("md-text", paragraph);
        }

        @Override
        public void visit(Heading heading) {
            block("md-heading", heading);
        }

        @Override
        public void visit(BulletList list) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                bullet = "•  ";
                item.accept(this);
            }
        }

        @Override
        public void visit(OrderedList list) {
            Integer first = list.getMarkerStartNumber();
            int number = first == null ? 1 : first;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                bullet = number++ + ".  ";
                item.accept(this);
            }
        }

        @Override
        public void visit(ListItem item) {
            visitChildren(item);
            bullet = "";
        }

        @Override
        public void visit(FencedCodeBlock code) {
            begin("md-text");
            add(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            begin("md-text");
            add(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(HtmlBlock html) {
            begin("md-text");
            add(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral());
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled("md-strong", strong);
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled("md-emphasis", emphasis);
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            add("\n");
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral());
        }

        private void block(String style, Node node) {
            begin(style);
            visitChildren(node);
        }

        private void begin(String style) {
            flow = new TextFlow();
            flow.setLineSpacing(3);
            styles.clear();
            styles.push(style);
            MarkdownText.this.getChildren().add(flow);
            if (!bullet.isEmpty()) {
                add(bullet);
                bullet = "";
            }
        }

        private void styled(String style, Node node) {
            styles.push(style);
            visitChildren(node);
            styles.pop();
        }

        private void add(String text) {
            var part = new Text(text);
            part.getStyleClass().addAll(styles);
            flow.getChildren().add(part);
        }
    }
}
