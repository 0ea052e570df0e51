package org.kindtrail.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws what a photograph of boxes on a table could show, so that none has to be taken of anything real. */
final class DrawnBoxes {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int BOX = 150;
    private static final Color WALL = new Color(0xEE, 0xE6, 0xD8);
    private static final Color TABLE = new Color(0x8A, 0x62, 0x3E);
    private static final Color CARD = new Color(0xD2, 0xA6, 0x6E);
    private static final Color TAPE = new Color(0xB7, 0x86, 0x4A);
    private static final Color LINES = new Color(0x4A, 0x35, 0x22);
    private static final Color[] WOOL = {
        new Color(0x0B, 0x5A, 0x5E), new Color(0xA4, 0x16, 0x1A), new Color(0x2F, 0x4B, 0x8A), new Color(0xC9, 0x8A, 0x1B)
    };

    private DrawnBoxes() {}

    static byte[] png(int boxes) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(4));
        pen.setColor(WALL);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(TABLE);
        pen.fillRect(0, 470, WIDTH, 60);
        pen.fillRect(90, 530, 50, 110);
        pen.fillRect(WIDTH - 140, 530, 50, 110);
        int left = (WIDTH - boxes * (BOX + 20) + 20) / 2;
        for (int i = 0; i < boxes; i++) {
            box(pen, left + i * (BOX + 20), WOOL[i % WOOL.length]);
        }
        if (boxes > 4) {
            shoe(pen, 400);
            shoe(pen, 500);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** An open box with something woollen in it. */
    private static void box(Graphics2D pen, int left, Color wool) {
        int top = 470 - BOX;
        pen.setColor(wool);
        pen.fillOval(left + 12, top - 32, 70, 70);
        pen.fillOval(left + 62, top - 42, 76, 80);
        pen.setColor(CARD);
        pen.fillRect(left, top, BOX, BOX);
        pen.fillPolygon(new int[] {left, left + 30, left}, new int[] {top, top - 34, top}, 3);
        pen.setColor(TAPE);
        pen.fillRect(left + BOX / 2 - 12, top, 24, BOX);
        pen.setColor(LINES);
        pen.drawRect(left, top, BOX, BOX);
        pen.drawLine(left, top, left - 24, top + 34);
        pen.drawLine(left + BOX, top, left + BOX + 24, top + 34);
    }

    private static void shoe(Graphics2D pen, int left) {
        pen.setColor(LINES);
        pen.fillRoundRect(left, 580, 80, 26, 24, 24);
        pen.fillRoundRect(left, 550, 38, 50, 14, 14);
    }
}
