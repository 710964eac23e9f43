package io.cinema.auth.adapter.crypto.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.QrGenerator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * QR codes as PNG. The library's own generator hands the image, and so the secret, to javax.imageio
 * in a way that goes through a temporary file, and fails where none can be written; here it stays
 * in memory.
 */
final class PngQrGenerator implements QrGenerator {
  private static final int PIXELS = 350;
  private static final int WHITE = 0xFFFFFF;

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
    } catch (IOException broken) {
      throw new QrGenerationException("the image could not be written to memory", broken);
    }
  }

  private static byte[] png(BitMatrix code) throws IOException {
    BufferedImage image =
        new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        image.setRGB(x, y, code.get(x, y) ? 0 : WHITE);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream inMemory = new MemoryCacheImageOutputStream(png)) {
      writer.setOutput(inMemory);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return png.toByteArray();
  }
}
