package dev.docket.backend.support;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures drawn on the spot, with nothing to be seen in them that a model could object to.
public final class SampleImages {
    private SampleImages() {}

    /// All of one colour but a corner, as Base64 of a PNG.
    ///
    /// @param corner makes it a file of its own
    public static String plain(Color colour, int corner) {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        image.setRGB(0, 0, corner);
        return base64(image);
    }

    /// A sky over a meadow, as Base64 of a PNG.
    public static String landscape() {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x3a7bd5), 0, 120, new Color(0xd6ecff)));
        graphics.fillRect(0, 0, 320, 120);
        graphics.setPaint(new GradientPaint(0, 120, new Color(0x5b9a3c), 0, 200, new Color(0x244d17)));
        graphics.fillRect(0, 120, 320, 80);
        graphics.setColor(new Color(0x6b4a2b));
        graphics.fillRect(230, 70, 14, 70);
        graphics.setColor(new Color(0x2f6b2a));
        graphics.fillOval(200, 20, 76, 70);
        graphics.dispose();
        return base64(image);
    }

    /// Words on a plain ground, a line below the other, as Base64 of a PNG.
    public static String saying(String... lines) {
        var image = new BufferedImage(760, 60 + 64 * lines.length, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(0xf2efe6));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(new Color(0x1c1c1c));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 30, 64 * (i + 1));
        }
        graphics.dispose();
        return base64(image);
    }

    private static String base64(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
