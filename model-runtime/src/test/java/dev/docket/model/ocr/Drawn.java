package dev.docket.model.ocr;

import dev.docket.model.picture.Frame;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/// Pictures with words in them.
final class Drawn {
    private Drawn() {}

    /// Black words on white, a line below the other.
    static Frame lines(int width, int height, int size, String... lines) {
        return frame(width, height, graphics -> {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
            for (int i = 0; i < lines.length; i++) {
                graphics.drawString(lines[i], size, (int) (size * (1.8 + 1.8 * i)));
            }
        });
    }

    /// White at first; the colour to draw with is black.
    static Frame frame(int width, int height, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        drawing.accept(graphics);
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return new Frame(0, width, height, pixels);
    }
}
