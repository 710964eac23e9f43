package io.cinema.auth.adapter.crypto.password

import io.cinema.auth.contracts.CommonPasswordsContract
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.port.CommonPasswords
import io.cinema.auth.domain.value.Text
import spock.lang.Shared

class ResourceCommonPasswordsSpec extends CommonPasswordsContract {
    @Shared
    ResourceCommonPasswords common = new ResourceCommonPasswords()
    @Shared
    List<String> words = ResourceCommonPasswords.getResource(ResourceCommonPasswords.LIST).getText("UTF-8").readLines()

    @Override
    CommonPasswords common() {
        common
    }

    def "every word of the list is found, and none beside it"() {
        expect:
        words.size() == 17_950
        words.every { common.contains(Password.of(it)) }
        words.every { !common.contains(Password.of(it + "~")) && !common.contains(Password.of("!~" + it)) }
    }

    def "the list is sorted, canonical, and holds nothing that the policy refuses anyway"() {
        expect:
        words == words.toSorted().unique(false)
        words.every { Text.canonical(it) == it && it.codePointCount(0, it.length()) >= 8 }
    }

    def "full-width and other look-alikes are as common"() {
        expect:
        common.contains(Password.of("ｐａｓｓｗｏｒｄ"))
    }

    def "the first and the last word, and those around them"() {
        given:
        def lines = new SortedLines("bb\nd\nff\n".getBytes("UTF-8"))

        expect:
        ["bb", "d", "ff"].every { lines.contains(it) }
        ["", "a", "b", "bbb", "c", "dd", "e", "f", "fff", "g", "\n", "bb\nd"].every { !lines.contains(it) }
        !new SortedLines(new byte[0]).contains("a")
    }
}
