package io.cinema.auth.bootstrap.config.setting

import io.cinema.auth.bootstrap.config.ProviderSettingsReader
import io.cinema.auth.bootstrap.config.check.SettingsCheck
import io.cinema.auth.bootstrap.config.source.SettingSources
import io.cinema.auth.bootstrap.film.FilmSettings
import io.micronaut.context.annotation.ConfigurationProperties
import io.micronaut.core.bind.annotation.Bindable
import io.micronaut.core.convert.ArgumentConversionContext
import io.micronaut.core.naming.NameUtils
import io.micronaut.core.value.MapPropertyResolver
import java.lang.reflect.RecordComponent
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import org.jspecify.annotations.Nullable
import spock.lang.Shared
import spock.lang.Specification

/** The list of settings, what docs/configuration.md tells of them, and what the code reads: all three are the same. */
class SettingsTableSpec extends Specification {
    static final Path REPOSITORY = Path.of('..').toAbsolutePath().normalize()
    static final Path PAGE = REPOSITORY.resolve('docs/configuration.md')

    @Shared
    List<Class> configurations = configurationClasses()

    /** By the names of properties, those of networks by that of one of them. */
    @Shared
    Map<String, Setting> settings = Settings.all('').values().findAll { !(it.property() =~ /^auth\.oauth\.(?!google\.|oidc|redirect)/) }.collectEntries { [it.property(), it] }

    private static List<Class> configurationClasses() {
        Path classes = Path.of(ProviderSettingsReader.protectionDomain.codeSource.location.toURI())
        List<Path> files = Files.walk(classes.resolve('io/cinema/auth/bootstrap')).withCloseable { it.filter { it.fileName.toString() ==~ /\w+(\$\w+)?\.class/ && !it.fileName.toString().startsWith('$') }.toList() }
        files.collect { Class.forName(classes.relativize(it).toString().replace('/', '.') - '.class', false, ProviderSettingsReader.classLoader) }
            .findAll { it.isAnnotationPresent(ConfigurationProperties) }
    }

    def "the table of docs/configuration.md is that of the list of settings"() {
        given:
        if (System.getProperty('settings.write') != null) {
            Files.writeString(PAGE, SettingsTable.replaced(Files.readString(PAGE)))
        }

        expect: 'otherwise run it with -Dsettings.write=1'
        SettingsTable.in(Files.readString(PAGE)) == SettingsTable.text()
    }

    def "the example that comes with the distribution has settings alone, and starts nothing before it is filled in"() {
        given:
        def sources = SettingSources.of([AUTH_CONFIG_FILE: REPOSITORY.resolve('auth-bootstrap/src/dist/conf/auth.env.example').toString()])

        expect:
        sources.findings().list() == []
        SettingsCheck.look(sources.resolver())*.observed() as Set ==
            ['AUTH_MASTER_KEY', 'AUTH_DATABASE_PASSWORD', 'AUTH_MIGRATION_PASSWORD', 'AUTH_ISSUER'].collect { "$it is not set".toString() } as Set
    }

    def "no other page has a table of settings"() {
        expect:
        Files.list(REPOSITORY.resolve('docs')).withCloseable { it.filter { it != PAGE && it.toString().endsWith('.md') }.toList() }
            .every { !Files.readString(it).contains('| variable |') }
    }

    def "the configuration classes are found"() {
        expect:
        configurations*.simpleName.containsAll(['ServiceConfiguration', 'DatabaseConfiguration', 'OfPassword', 'ProxyConfiguration'])
    }

    def "#property has the type and the default of #configuration.simpleName"() {
        given:
        Setting setting = settings[property]
        String bound = fallback(configuration, component)

        expect:
        setting != null
        setting.type().kind() == (component.type.enum ? String : component.type.primitive ? Integer : component.type)
        !component.type.enum || setting.type().title() == Type.oneOf(component.type).title()
        bound == null || bound == (setting.fallback() ?: '')

        and: 'what may be left out has a default here, or none is told; what may not is marked'
        bound != null || isOptional(component) || setting.is(Setting.Trait.REQUIRED)
        !setting.is(Setting.Trait.REQUIRED) || bound == null && !isOptional(component)

        where:
        [configuration, component, property] << configurations.collectMany { Class type ->
            type.recordComponents.collect { [type, it, propertyOf(type, it)] }
        }
    }

    def "every setting is read, and everything that is read is a setting"() {
        given:
        Set<String> read = byClasses() + byFilms() + byNetworks() + byText()

        expect:
        dotted(settings.keySet()) - dotted(read) == [] as Set
        dotted(read) - dotted(settings.keySet()) == [] as Set
    }

    /** Which of both it was does not show in the name of a variable. */
    private static Set<String> dotted(Set<String> names) {
        names*.replace('-', '.') as Set
    }

    private Set<String> byClasses() {
        configurations.collectMany { type -> type.recordComponents.collect { propertyOf(type, it) } } as Set
    }

    /** Asks for all of it, once with a database of its own and once without. */
    private static Set<String> byFilms() {
        Map<String, Object> all = Settings.FILMS.settings().collectEntries { [it.property(), it.type() == Type.DURATION ? '5s' : it.type().kind() == Integer ? 9 : 'x'] } +
            ['auth.films.database.url': 'jdbc:postgresql://db/films', 'auth.films.opensearch.url': 'http://search']
        Heard heard = new Heard(all)
        FilmSettings films = new FilmSettings(heard)
        [films.databaseUrl(), films.databaseUser(), films.databasePassword(), films.migrationUser(), films.migrationPassword(), films.openSearch(),
         films.openSearchUser(), films.openSearchPassword(), films.index(), films.sync(false), films.port()]
        heard.asked
    }

    private static Set<String> byNetworks() {
        Heard heard = new Heard(['auth.oauth.google.client-id': 'id', 'auth.oauth.google.client-secret': 's'])
        new ProviderSettingsReader(heard).read([])
        heard.asked.findAll { it.startsWith('auth.oauth.google.') } as Set
    }

    /** What is asked for by its name: in application.yml, by the logging, of the environment, by the scripts. */
    private static Set<String> byText() {
        Pattern name = ~/(?:\$\{|getenv\("|value\("|CONFIG_FILE = ")(?:AUTH_[A-Z_]+|auth\.[a-z.-]+)/
        List<Path> sources = ['auth-bootstrap/src/main', 'auth-bootstrap/src/dist/bin', 'bin'].collectMany { start ->
            Files.walk(REPOSITORY.resolve(start)).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }
        }
        sources.collectMany { (Files.readString(it) =~ name).collect { String found -> found.replaceFirst(/^.*?(?=AUTH_|auth\.)/, '').toLowerCase().replace('_', '.') } } as Set
    }

    private static String propertyOf(Class type, RecordComponent component) {
        type.getAnnotation(ConfigurationProperties).value() + '.' + NameUtils.hyphenate(component.name)
    }

    private static String fallback(Class type, RecordComponent component) {
        type.declaredConstructors[0].parameters.find { it.name == component.name }?.getAnnotation(Bindable)?.defaultValue()
    }

    private static boolean isOptional(RecordComponent component) {
        component.annotatedType.isAnnotationPresent(Nullable)
    }

    /** Remembers what it is asked for. */
    static final class Heard extends MapPropertyResolver {
        final Set<String> asked = []

        Heard(Map<String, Object> settings) {
            super(settings)
        }

        @Override
        <T> Optional<T> getProperty(String name, ArgumentConversionContext<T> context) {
            asked << name
            super.getProperty(name, context)
        }
    }
}
