package dev.docket.client.waves;

import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.media.MediaPane;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.precedents.WaveView.Member;
import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The item that is selected among a wave's, whole.
final class MemberDetails extends VBox {
    private final ItemWords words;
    private final Label author = new Label();
    private final Label facts = new Label();
    private final ItemText text;
    private final MediaPane media;

    MemberDetails(ItemWords words, Shortcuts shortcuts, Gallery gallery, Cover cover) {
        this.words = words;
        media = new MediaPane(gallery, words, shortcuts, MediaPane.Size.BESIDE, cover::reveal);
        cover.layerProperty().subscribe(media::reveal);
        text = new ItemText(words);
        getStyleClass().add("member-details");
        var heading = new Label(words.heading("waves.selected"));
        heading.getStyleClass().add("overline");
        author.getStyleClass().add("strong");
        facts.getStyleClass().add("faint");
        facts.setWrapText(true);
        getChildren().addAll(heading, new VBox(4, author, facts), text, media);
        setVisible(false);
    }

    void show(@Nullable Member member, @Nullable ItemView item) {
        setVisible(member != null);
        if (member == null) {
            return;
        }
        AuthorText.show(author, member.author() == null ? words.text("item.content.author-unknown") : member.author());
        String whole = item == null || item.content() == null
                ? member.text()
                : item.content().text();
        text.show(whole == null ? "" : whole);
        AuthorText.show(facts, facts(member, item));
    }

    private String facts(Member member, @Nullable ItemView item) {
        var known = new ArrayList<String>();
        known.add(words.text("waves.alike", words.percent(member.similarity())));
        if (item != null) {
            known.add(item.source());
            known.add(item.externalId());
            if (item.content() != null && item.content().language() != null) {
                known.add(words.language(item.content().language()));
            }
            known.add(words.dateTime(item.submittedAt()));
        }
        return String.join("  ·  ", known);
    }

    MediaPane media() {
        return media;
    }

    void focusText() {
        text.requestFocus();
    }
}
