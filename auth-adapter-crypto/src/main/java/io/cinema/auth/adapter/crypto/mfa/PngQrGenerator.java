package io.cinema.auth.adapter.crypto.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.QrGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * QR codes as PNG (RFC 2083), black and white, one bit a pixel. The library's own generator draws
 * by javax.imageio, which by default writes the image, and so the secret, to a temporary file, and
 * fails where none can be written; to forbid it that is to forbid it to the whole process.
 */
final class PngQrGenerator implements QrGenerator {
  private static final int PIXELS = 350;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS_A_PIXEL = 1;
  private static final int HEADER_LENGTH = 13;
  private static final int CHUNK_OVERHEAD = 12;

  @Override
  public String getImageMimeType() {
    return "image/png";
  }

  @Override
  public byte[] generate(QrData data) throws QrGenerationException {
    try {
      return png(new QRCodeWriter().encode(data.getUri(), BarcodeFormat.QR_CODE, PIXELS, PIXELS));
    } catch (WriterException tooLong) {
      throw new QrGenerationException("the text does not fit a QR code", tooLong);
    }
  }

  private static byte[] png(BitMatrix image) {
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_LENGTH)
            .putInt(image.getWidth())
            .putInt(image.getHeight())
            // What follows, all zero: greyscale, deflate, the one filter method, no interlace.
            .put(BITS_A_PIXEL);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header.array()));
    png.writeBytes(chunk("IDAT", deflated(rows(image))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** Each row: filter type 0, then the pixels from the highest bit on, 1 for white. */
  private static byte[] rows(BitMatrix image) {
    int rowLength = 1 + Math.ceilDiv(image.getWidth(), Byte.SIZE);
    byte[] rows = new byte[rowLength * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (!image.get(x, y)) {
          rows[y * rowLength + 1 + x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
        }
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] plain) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] part = new byte[plain.length];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      while (!deflater.finished()) {
        deflated.write(part, 0, deflater.deflate(part));
      }
    }
    return deflated.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_OVERHEAD + data.length);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), Integer.BYTES, Integer.BYTES + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }
}
