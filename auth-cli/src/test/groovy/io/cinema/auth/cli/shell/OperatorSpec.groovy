package io.cinema.auth.cli.shell

import spock.lang.Specification

class OperatorSpec extends Specification {

    def "#user with SUDO_USER #sudoUser is #name"() {
        expect:
        Operator.name(user, sudoUser) == name

        where:
        user    | sudoUser       || name
        'alice' | null           || 'alice'
        'alice' | ''             || 'alice'
        'root'  | 'alice'        || 'alice (root)'
        'root'  | 'root'         || 'root'
        null    | null           || 'unknown'
        ' '     | null           || 'unknown'
        'root'  | 'a\nb\u001b[m' || 'a?b?[m (root)'
        'x' * 200 | null         || 'x' * 100
    }
}
