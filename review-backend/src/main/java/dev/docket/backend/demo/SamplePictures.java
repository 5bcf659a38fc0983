package dev.docket.backend.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/// The images of the samples: harmless ones, drawn when they are asked for, so that nobody's picture lies in the
/// application. The same each time.
final class SamplePictures {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;

    /// @param name what the samples call it
    /// @return a PNG
    String base64(String name) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (name) {
            case "harbour" -> harbour(graphics);
            case "portrait" -> portrait(graphics);
            case "chart" -> chart(graphics);
            default -> throw new IllegalArgumentException("There is no sample picture of " + name);
        }
        graphics.dispose();
        return Base64.getEncoder().encodeToString(png(picture));
    }

    private static byte[] png(BufferedImage picture) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void harbour(Graphics2D graphics) {
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x2f3e6b), 0, 230, new Color(0xf2a65a)));
        graphics.fillRect(0, 0, WIDTH, 230);
        graphics.setColor(new Color(0xffe0a3));
        graphics.fill(new Ellipse2D.Double(400, 150, 90, 90));
        graphics.setPaint(new GradientPaint(0, 230, new Color(0xc9784a), 0, HEIGHT, new Color(0x1f3350)));
        graphics.fillRect(0, 230, WIDTH, HEIGHT - 230);
        graphics.setColor(new Color(0x39406b));
        graphics.fill(hill(0, 230, 260, 110));
        graphics.fill(hill(180, 230, 240, 60));
        var random = new Random(7);
        graphics.setColor(new Color(255, 224, 163, 90));
        for (int i = 0; i < 90; i++) {
            int y = 236 + random.nextInt(170);
            graphics.fillRect(380 + random.nextInt(130) - (y - 230) / 6, y, 12 + random.nextInt(30), 2);
        }
        boat(graphics, 120, 300, 1.0);
        boat(graphics, 250, 270, 0.6);
    }

    private static Path2D hill(double left, double ground, double width, double height) {
        var hill = new Path2D.Double();
        hill.moveTo(left, ground);
        hill.curveTo(
                left + width * 0.3, ground - height * 1.4, left + width * 0.6, ground - height, left + width, ground);
        hill.closePath();
        return hill;
    }

    private static void boat(Graphics2D graphics, double x, double y, double size) {
        var hull = new Path2D.Double();
        hull.moveTo(x, y);
        hull.lineTo(x + 110 * size, y);
        hull.lineTo(x + 90 * size, y + 26 * size);
        hull.lineTo(x + 18 * size, y + 26 * size);
        hull.closePath();
        graphics.setColor(new Color(0x7a2e2e));
        graphics.fill(hull);
        var sail = new Path2D.Double();
        sail.moveTo(x + 52 * size, y - 6 * size);
        sail.lineTo(x + 52 * size, y - 110 * size);
        sail.lineTo(x + 108 * size, y - 10 * size);
        sail.closePath();
        graphics.setColor(new Color(0xf4efe6));
        graphics.fill(sail);
    }

    private static void portrait(Graphics2D graphics) {
        graphics.setColor(new Color(0xf7f3ea));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0xe8b796));
        graphics.fill(new Ellipse2D.Double(210, 70, 220, 280));
        graphics.setColor(new Color(0x5b3a29));
        graphics.fill(new Ellipse2D.Double(195, 40, 250, 110));
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(255, 175, 50, 32));
        graphics.fill(new Ellipse2D.Double(340, 168, 56, 38));
        graphics.setColor(new Color(0x33526e));
        graphics.fill(new Ellipse2D.Double(272, 182, 18, 18));
        graphics.fill(new Ellipse2D.Double(362, 178, 20, 20));
        graphics.setColor(new Color(0x8c4a3a));
        graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawArc(270, 240, 105, 60, 195, 150);
        graphics.drawLine(322, 205, 308, 248);
        graphics.setStroke(new BasicStroke(3));
        graphics.setColor(new Color(0x6d7f4a));
        graphics.fill(new Rectangle2D.Double(180, 345, 280, 75));
    }

    private static void chart(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0xd8dde6));
        for (int y = 60; y < 360; y += 60) {
            graphics.drawLine(60, y, 600, y);
        }
        int[] values = {70, 84, 96, 130, 168, 214, 270};
        for (int i = 0; i < values.length; i++) {
            graphics.setColor(i == values.length - 1 ? new Color(0xc0392b) : new Color(0x4a6fa5));
            graphics.fillRect(80 + i * 75, 360 - values[i], 50, values[i]);
        }
        graphics.setColor(new Color(0x333a45));
        graphics.setStroke(new BasicStroke(2));
        graphics.drawLine(60, 360, 600, 360);
        graphics.drawLine(60, 40, 60, 360);
    }
}
