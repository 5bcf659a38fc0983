package dev.docket.client.common.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures as a floor would send them: a landscape whose sun stands where the second says.
public final class SamplePictures {
    private SamplePictures() {}

    public static byte[] picture(int index, int side, double second) {
        int width = index % 2 == 0 ? side : side * 3 / 5;
        int height = index % 2 == 0 ? side * 5 / 8 : side;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var sky = index % 2 == 0 ? new Color(0x2f6fd0) : new Color(0xb35a2e);
        graphics.setPaint(new GradientPaint(0, 0, sky, 0, height * 0.7f, new Color(0xffe2b8)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0xffd23f));
        int sun = (int) (width * (0.15 + 0.08 * (second % 10)));
        graphics.fillOval(sun, height / 6, width / 7, width / 7);
        graphics.setColor(new Color(0x3d7a3a));
        graphics.fillOval(-width / 4, height * 6 / 10, width, height);
        graphics.setColor(new Color(0x2a5a34));
        graphics.fillOval(width / 3, height * 65 / 100, width, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
