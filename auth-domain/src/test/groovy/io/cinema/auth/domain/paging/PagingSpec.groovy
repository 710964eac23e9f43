package io.cinema.auth.domain.paging

import io.cinema.auth.domain.value.InvalidValueException
import java.nio.charset.StandardCharsets
import java.time.Instant
import spock.lang.Specification

class PagingSpec extends Specification {
    static final UUID ID = UUID.fromString("019aa000-0000-7000-8000-000000000001")

    def "a cursor comes back from its word: #at"() {
        given:
        def cursor = new Cursor(Instant.parse(at), ID)

        expect:
        Cursor.parse(cursor.word()) == cursor
        cursor.word() ==~ /[A-Za-z0-9_-]+/

        where:
        at << ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000001Z", "2026-03-10T12:00:00.123456Z", "2999-12-31T23:59:59.999999Z"]
    }

    def "a cursor keeps microseconds"() {
        expect:
        new Cursor(Instant.parse("2026-03-10T12:00:00.123456789Z"), ID).at() == Instant.parse("2026-03-10T12:00:00.123456Z")
    }

    def "a forged cursor is refused: #what"() {
        when:
        Cursor.parse(word)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "cursor"
        refusal.rule() == "bad_cursor"
        word.length() < 4 || !refusal.message.contains(word)

        where:
        what               | word
        "nothing"          | ""
        "no Base64"        | "***"
        "standard Base64"  | "a+b/"
        "a byte"           | "A"
        "garbage"          | base64("garbage")
        "a number"         | base64("123")
        "no id"            | base64("123.")
        "no time"          | base64(".$ID")
        "a negative time"  | base64("-1.$ID")
        "18 digits"        | base64("1" * 18 + ".$ID")
        "Arabic digits"    | base64("١٢٣.$ID")
        "not a UUID"       | base64("1." + "-" * 36)
        "a long UUID"      | base64("1.${ID}0")
        "an odd UUID"      | base64("1.19aa000-0000-7000-8000-0000000000001")
        "SQL"              | base64("1.$ID' OR 1=1 --")
        "a line break"     | base64("1.$ID\n")
        "a megabyte"       | "A" * 1_000_000
        "outer spaces"     | " " + base64("1.$ID")
    }

    def "the greatest time that a forged cursor can name is an instant still"() {
        expect:
        Cursor.parse(base64("9" * 17 + ".$ID")).at().isAfter(Instant.parse("5000-01-01T00:00:00Z"))
    }

    def "of #found found items a page of 3 shows #shown, and goes on: #goesOn"() {
        given:
        def items = found == 0 ? [] : (1..found).toList()

        when:
        def page = Page.of(items, 3) { new Cursor(Instant.ofEpochSecond(it), ID) }

        then:
        page.items() == items.take(3)
        page.items().size() == shown
        page.next() == (goesOn ? new Cursor(Instant.ofEpochSecond(3), ID) : null)

        where:
        found || shown | goesOn
        0     || 0     | false
        1     || 1     | false
        3     || 3     | false
        4     || 3     | true
    }

    def "a page of #limit is fine: #fine"() {
        given:
        def made = true

        when:
        try {
            new PageRequest(limit, null)
        } catch (InvalidValueException refusal) {
            made = false
            assert refusal.field() == "limit" && refusal.rule() == "out_of_range"
        }

        then:
        made == fine

        where:
        limit             || fine
        Integer.MIN_VALUE || false
        -1                || false
        0                 || false
        1                 || true
        20                || true
        100               || true
        101               || false
        1_000_000_000     || false
    }

    private static String base64(CharSequence text) {
        Base64.urlEncoder.withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
    }
}
