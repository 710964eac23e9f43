package io.cinema.auth.adapter.crypto.mfa

import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import io.cinema.auth.contracts.TotpGeneratorContract
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.port.TotpGenerator
import javax.imageio.ImageIO

class SamstevensTotpGeneratorSpec extends TotpGeneratorContract {

    @Override
    TotpGenerator generator(String issuer) {
        new SamstevensTotpGenerator(issuer)
    }

    def "the QR code is the URI: login #login, issuer #issuer"() {
        given:
        def set = generator(issuer).provision(generator.newSecret(), Login.of(login))

        expect:
        scanned(set.qrPng().reveal().decodeBase64()) == set.uri().reveal()

        where:
        login      | issuer
        "neo"      | "Cinema"
        "Jürgen"   | "Kino am Rosenthaler Platz"
        "Ñandú"    | "Кино & Co. 100% + 1?"
        "𠮷𠮷𠮷"      | "Kino 🎬"
        "x" * 64   | "C" * 40
    }

    def "the longest login, in letters that take most room, under the longest issuer fits"() {
        given:
        def set = generator("🎬" * 20).provision(generator.newSecret(), Login.of("𠮷" * 64))

        expect:
        scanned(set.qrPng().reveal().decodeBase64()) == set.uri().reveal()
    }

    def "the image is small, and large enough to be held before a screen"() {
        given:
        def png = generator.provision(RFC_SECRET, Login.of("neo")).qrPng().reveal().decodeBase64()

        expect:
        png.length < 2_000
        ImageIO.read(new ByteArrayInputStream(png)).width == 350
    }

    def "what would draw the image by way of a temporary file is not on the class path"() {
        when:
        Class.forName("com.google.zxing.client.j2se.MatrixToImageWriter")

        then:
        thrown(ClassNotFoundException)
    }

    def "an issuer that apps can't show is refused: '#issuer'"() {
        when:
        generator(issuer)

        then:
        thrown(IllegalArgumentException)

        where:
        issuer << ["", " ", "Cinema: North", "C" * 41]
    }

    private static String scanned(byte[] png) {
        def image = ImageIO.read(new ByteArrayInputStream(png))
        def pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
        def source = new RGBLuminanceSource(image.width, image.height, pixels)
        // Drawn, not photographed: looking for its corners fails for one secret in thousands.
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), [(DecodeHintType.PURE_BARCODE): true]).text
    }
}
