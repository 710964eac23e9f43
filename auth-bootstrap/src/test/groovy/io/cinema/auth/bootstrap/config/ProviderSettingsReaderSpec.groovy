package io.cinema.auth.bootstrap.config

import io.cinema.auth.adapter.oauth.ProviderSettings
import io.micronaut.context.exceptions.ConfigurationException
import io.micronaut.core.value.MapPropertyResolver
import spock.lang.Specification

class ProviderSettingsReaderSpec extends Specification {

    private static List<ProviderSettings> read(Map<String, String> settings, List<String> oidc = ['corp']) {
        new ProviderSettingsReader(new MapPropertyResolver(settings.collectEntries { ["auth.oauth.$it.key".toString(), it.value] })).read(oidc)
    }

    def "a network without any credentials is switched off"() {
        expect:
        read(['yandex.client-id': ' ', 'google.scopes': 'openid', 'corp.issuer': 'https://id.example'])*.name() == []
    }

    def "a network is switched on by its credentials"() {
        expect:
        read(['yandex.client-id': 'id', 'yandex.client-secret': 's', 'vk.client-id': 'id', 'mailru.client-id': 'id',
              'corp.client-id': 'id', 'corp.client-secret': 's', 'corp.issuer': 'https://id.example'])*.name()*.value() ==
            ['yandex', 'vk', 'mailru', 'corp']
    }

    def "half of what a network needs stops the start, and the variable is named: #settings"() {
        when:
        read(settings, oidc)

        then:
        def refused = thrown(ConfigurationException)
        refused.message.startsWith(variable)
        !refused.message.contains('hunter2')

        where:
        settings                                                                      | oidc       || variable
        ['yandex.client-id': 'id']                                                    | []         || 'AUTH_OAUTH_YANDEX_CLIENT_SECRET is not set'
        ['github.client-secret': 'hunter2']                                           | []         || 'AUTH_OAUTH_GITHUB_CLIENT_ID is not set'
        ['vk.client-secret': 'hunter2']                                               | []         || 'AUTH_OAUTH_VK_CLIENT_ID is not set'
        ['corp.client-id': 'id', 'corp.client-secret': 'hunter2']                     | ['corp']   || 'AUTH_OAUTH_CORP_ISSUER is not set'
        ['corp.client-id': 'id', 'corp.issuer': 'https://id.example']                 | ['corp']   || 'AUTH_OAUTH_CORP_CLIENT_SECRET is not set'
        corp('id.example')                                                            | ['corp']   || 'AUTH_OAUTH_CORP_ISSUER: '
        corp('ftp://id.example')                                                      | ['corp']   || 'AUTH_OAUTH_CORP_ISSUER: '
        corp('https:id.example')                                                      | ['corp']   || 'AUTH_OAUTH_CORP_ISSUER: '
        good('google', ['google.issuer': 'accounts.google.com'])                      | []         || 'AUTH_OAUTH_GOOGLE_ISSUER: '
        good('yandex', ['yandex.token-uri': '/token'])                                | []         || 'AUTH_OAUTH_YANDEX_TOKEN_URI: '
        good('github', ['github.emails-uri': 'https://a b'])                          | []         || 'AUTH_OAUTH_GITHUB_EMAILS_URI: '
        good('My_Corp', ['My_Corp.issuer': 'https://id.example'])                     | ['My_Corp'] || 'AUTH_OAUTH_OIDC: '
    }

    private static Map<String, String> good(String name, Map<String, String> more) {
        [("${name}.client-id".toString()): 'id', ("${name}.client-secret".toString()): 'hunter2'] + more
    }

    private static Map<String, String> corp(String issuer) {
        good('corp', ['corp.issuer': issuer])
    }
}
