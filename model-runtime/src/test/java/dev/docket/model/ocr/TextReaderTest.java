package dev.docket.model.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.ocr.TextReader.Limits;
import dev.docket.model.picture.Frame;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the models that an operator would fetch.
class TextReaderTest {
    @TempDir
    private static Path folder;

    private static TextReader reader;

    @BeforeAll
    static void open() throws Exception {
        reader = TextReaders.open(PublishedReader.read(folder), Tuning.standard(false));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static PictureText read(Frame frame) throws ModelFault {
        return reader.read(frame, Limits.STANDARD);
    }

    @Test
    void cleanWordsAreReadExactly() throws ModelFault {
        var read = read(Drawn.lines(640, 200, 36, "You are a stupid idiot", "and nobody likes you"));
        assertThat(read.text()).isEqualTo("You are a stupid idiot\nand nobody likes you");
        assertThat(read.whole()).isTrue();
        assertThat(read.lines()).allSatisfy(line -> assertThat(line.score()).isBetween(0.8, 1.0));
    }

    @Test
    void aLineSaysWhereItStands() throws ModelFault {
        var line = read(Drawn.frame(800, 400, graphics -> {
                    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
                    graphics.drawString("Hello", 400, 300);
                }))
                .lines()
                .getFirst();
        assertThat(line.corners().get(0)).isCloseTo(400 / 800.0, within(0.03));
        assertThat(line.corners().get(1)).isCloseTo(268 / 400.0, within(0.05));
        assertThat(line.corners().get(2)).isCloseTo(520 / 800.0, within(0.05));
        assertThat(line.corners().get(5)).isCloseTo(302 / 400.0, within(0.05));
    }

    @Test
    void wordsOverAPictureAreRead() throws ModelFault {
        var read = read(Drawn.frame(700, 420, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, new Color(0x2f6fd0), 0, 420, new Color(0x8a4b1c)));
            graphics.fillRect(0, 0, 700, 420);
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
            graphics.drawString("go back home", 60, 80);
            graphics.drawString("we know you", 60, 390);
        }));
        assertThat(read.text()).isEqualTo("go back home\nwe know you");
    }

    @Test
    void tiltedAndTurnedWordsAreRead() throws ModelFault {
        var tilted = Drawn.frame(640, 480, graphics -> {
            graphics.rotate(Math.toRadians(-20), 320, 240);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
            graphics.drawString("tilted words", 180, 250);
        });
        assertThat(read(tilted).text()).isEqualTo("tilted words");
        var turned = Drawn.frame(640, 200, graphics -> {
            graphics.rotate(Math.PI, 320, 100);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
            graphics.drawString("you are rude", 150, 110);
        });
        assertThat(read(turned).text()).isEqualTo("you are rude");
        var upright = Drawn.frame(200, 640, graphics -> {
            graphics.rotate(Math.PI / 2, 100, 320);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
            graphics.drawString("from the top", -30, 335);
        });
        assertThat(read(upright).text()).isEqualTo("from the top");
    }

    @Test
    void capitalsKeepTheirSpaces() throws ModelFault {
        var read = read(Drawn.lines(900, 200, 44, "NOBODY LIKES YOU HERE"));
        assertThat(read.text()).isEqualTo("NOBODY LIKES YOU HERE");
    }

    @Test
    void aStripIsNotReducedToNothing() throws ModelFault {
        var read = read(Drawn.lines(1_600, 64, 24, "small letters on a strip that is much wider than it is high"));
        assertThat(read.text()).isEqualTo("small letters on a strip that is much wider than it is high");
    }

    @Test
    void whereThereIsNothingToReadNothingIsRead() throws ModelFault {
        assertThat(read(Drawn.frame(300, 200, graphics -> {})).lines()).isEmpty();
        assertThat(read(Drawn.frame(1, 1, graphics -> {})).lines()).isEmpty();
        var shapes = read(Drawn.frame(500, 500, graphics -> {
            graphics.setColor(new Color(0x3d7a3a));
            graphics.fillOval(60, 60, 300, 300);
        }));
        assertThat(shapes.lines()).isEmpty();
    }

    @Test
    void whatIsReadDependsOnThePictureAlone() throws Exception {
        var frame = Drawn.lines(640, 200, 36, "the same words", "every time");
        var alone = read(frame);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var others = new ArrayList<Future<PictureText>>();
            for (int i = 0; i < 6; i++) {
                var other = i % 2 == 0 ? frame : Drawn.lines(400 + 50 * i, 120, 30, "something else " + i);
                others.add(threads.submit(() -> read(other)));
            }
            for (int i = 0; i < others.size(); i += 2) {
                assertThat(others.get(i).get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void moreThanIsReadOfOnePictureIsSaid() throws ModelFault {
        var frame = Drawn.lines(640, 300, 36, "first line of it", "second line of it", "third line of it");
        var twoLines = reader.read(frame, new Limits(2, 1_000, Duration.ofSeconds(20)));
        assertThat(twoLines.lines()).hasSize(2);
        assertThat(twoLines.whole()).isFalse();
        var fewCharacters = reader.read(frame, new Limits(10, 20, Duration.ofSeconds(20)));
        assertThat(fewCharacters.text()).isEqualTo("first line of it");
        assertThat(fewCharacters.whole()).isFalse();
        var noTime = reader.read(frame, new Limits(10, 1_000, Duration.ZERO));
        assertThat(noTime.lines()).isEmpty();
        assertThat(noTime.whole()).isFalse();
    }

    @Test
    void aClosedReaderSaysSo(@TempDir Path other) throws Exception {
        var closed = TextReaders.open(PublishedReader.read(other), Tuning.standard(false));
        closed.close();
        assertThatThrownBy(() -> closed.read(Drawn.lines(200, 80, 30, "late"), Limits.STANDARD))
                .isInstanceOf(ModelFault.class);
        assertThat(closed.describe().languages()).isEqualTo(List.of("en", "zh"));
    }
}
