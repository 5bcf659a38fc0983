package dev.docket.backend.support;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures drawn on the spot, with nothing in them that a model could object to.
public final class SampleImages {
    private SampleImages() {}

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
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
