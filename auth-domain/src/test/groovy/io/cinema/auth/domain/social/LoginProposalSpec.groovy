package io.cinema.auth.domain.social

import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.account.PersonName
import spock.lang.Specification

class LoginProposalSpec extends Specification {

    def "a nickname #what gives #login"() {
        expect:
        proposed(nickname).shown() == login

        where:
        what                       | nickname                      || login
        "that is a login"          | "anna"                        || "anna"
        "in upper case"            | "ANNA"                        || "anna"
        "with what may stand"      | "a.n_n-a.1"                   || "a.n_n-a.1"
        "with a space"             | "Anna Karenina"               || "anna-karenina"
        "with many spaces"         | "  Anna \t  K.  "             || "anna-k"
        "with an emoji"            | "anna🎬films"                 || "anna-films"
        "between emoji"            | "🎬🎬 anna 🎬"                || "anna"
        "with a joined emoji"      | "anna👩\u200d🎤b"              || "anna-b"
        "in full width"            | "ＡＮＮＡ１"                    || "anna1"
        "of ligatures"             | "ﬁlm ﬀ"                       || "film-ff"
        "in Cyrillic"              | "Анна Каренина"               || "анна-каренина"
        "in Chinese"               | "山田太郎"                     || "山田太郎"
        "beyond the first plane"   | "𠀀𠀁𠀂"                       || "𠀀𠀁𠀂"
        "with vowel signs"         | "हिन्दी फिल्म"                   || "हिन्दी-फिल्म"
        "with accents apart"       | "zoe\u0308 k"                 || "zo\u00eb-k"
        "with control characters"  | "an\0na\u001b[31m\nred"       || "an-na-31m-red"
        "with bidi controls"       | "an\u202ena\u2066"            || "anna"
        "with hidden characters"   | "an\u200bn\u3164a\ufe0f\u00ad" || "anna"
        "with a lone surrogate"    | "anna\ud800b"                 || "anna-b"
        "that begins with a mark"  | "\u0301anna"                  || "anna"
        "with a mark on a sign"    | "an+\u0301na"                 || "an-na"
        "like an e-mail"           | "anna@example.com"            || "anna-example.com"
        "with markup"              | "<b>anna</b>"                 || "b-anna-b"
        "with signs around it"     | "--__..anna..__--"            || "anna"
        "with signs in a row"      | "a..n__n--a"                  || "a-n-n-a"
        "of three letters"         | "ann"                         || "ann"
        "of 300 letters"           | "x" * 300                     || "x" * 40
        "of 300 astral letters"    | "𠀀" * 300                    || "𠀀" * 40
        "of a megabyte"            | "x" * 1_000_000               || "x" * 40
        "cut at a sign"            | "x" * 39 + "  y"              || "x" * 39
        "that grows when folded"   | "\ufdfa" * 300                || proposed("\ufdfa" * 3).shown()
    }

    def "a nickname of which nothing is left is as none (#iterationIndex)"() {
        expect:
        proposed(nickname) == Login.of("viewer")
        LoginProposal.of(profile(nickname, "boris@example.com", "Vera")) == Login.of("boris")

        where:
        nickname << [null, "", " ", "a", "ab", "🎬🎬🎬🎬", "...", "......", "-._", "___", "\0\0\0\0", "\ud800\ud800\ud800",
                     "\u0301\u0301\u0301\u0301", "\u3164\u3164\u3164", "🎬" * 300, "𠀀𠀁"]
    }

    def "#nickname, #email, #first: proposed is #login"() {
        expect:
        LoginProposal.of(profile(nickname, email, first)).shown() == login

        where:
        nickname | email                  | first  || login
        "anna"   | "boris@example.com"    | "Vera" || "anna"
        null     | "boris@example.com"    | "Vera" || "boris"
        "a"      | "boris@example.com"    | "Vera" || "boris"
        null     | "Boris+TV@example.com" | "Vera" || "boris-tv"
        null     | "o'neil@example.com"   | null   || "o-neil"
        null     | "+++@example.com"      | "Vera" || "vera"
        null     | "b@example.com"        | "Vera" || "vera"
        null     | "борис@example.com"    | "Vera" || "борис"
        null     | "ｂｏｒｉｓ＠ｅｘａｍｐｌｅ．ｃｏｍ"   | null   || "boris"
        null     | "l" * 64 + "@x.example" | null  || "l" * 40
        null     | null                   | "Вера" || "вера"
        null     | null                   | "Ян"   || "viewer"
        null     | null                   | null   || "viewer"
        ""       | "+@example.com"        | "🎬"   || "viewer"
    }

    def "the domain of an e-mail is not told"() {
        expect:
        !LoginProposal.of(profile(null, "anna@secret-employer.example", null)).shown().contains("employer")
    }

    def "whatever comes, a login of at most 40 comes out"() {
        given:
        def random = new Random(20261122)

        expect:
        2000.times {
            def nickname = (0..<random.nextInt(60)).collect { Character.toString(random.nextInt(0x110000)) }.join("")
            def login = LoginProposal.of(profile(nickname, null, null)).shown()
            assert login.codePointCount(0, login.length()) in 3..40
            assert Login.of(login).shown() == login
        }
    }

    def "a distinct login is another one, and a login, for a taken one of #length: #taken"() {
        when:
        def distinct = LoginProposal.distinct(Login.of(taken), suffix)

        then:
        distinct != Login.of(taken)
        distinct.shown() == expected

        where:
        taken          | suffix   || expected
        "anna"         | "7"      || "anna-7"
        "Anna"         | "k3x9"   || "Anna-k3x9"
        "анна"         | "k3x9"   || "анна-k3x9"
        "x" * 40       | "k3x9"   || "x" * 40 + "-k3x9"
        "x" * 64       | "k3x9"   || "x" * 40 + "-k3x9"
        "x" * 64       | "9" * 23 || "x" * 40 + "-" + "9" * 23
        "𠀀" * 64      | "9" * 23 || "𠀀" * 40 + "-" + "9" * 23
        "..."          | "7"      || "...-7"
        length = taken.length()
    }

    def "two suffixes make two logins"() {
        expect:
        LoginProposal.distinct(Login.of("x" * 64), "a") != LoginProposal.distinct(Login.of("x" * 64), "b")
    }

    private static Login proposed(String nickname) {
        LoginProposal.of(profile(nickname, null, null))
    }

    private static SocialProfile profile(String nickname, String email, String first) {
        new SocialProfile(new SocialIdentity(new ProviderName("vk"), "https://id.vk.ru", "1"),
            email ? EmailAddress.of(email) : null, false, nickname, new PersonName(first, null))
    }
}
