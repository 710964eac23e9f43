package io.cinema.auth.bootstrap.architecture

import static com.tngtech.archunit.base.DescribedPredicate.describe
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.core.domain.JavaPackage
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import io.cinema.auth.application.access.Administrator
import io.cinema.auth.application.access.AdmitConsole
import io.cinema.auth.domain.port.PortUnavailableException
import java.security.SecureRandom
import java.time.Clock
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.ThreadLocalRandom
import org.jspecify.annotations.NullMarked
import spock.lang.Shared
import spock.lang.Specification

/** The arrows between the modules, and what a module may not do. */
class ArchitectureSpec extends Specification {
    static final String ROOT = 'io.cinema.auth'
    static final String FILMS = "${ROOT}.film.etl"
    static final List<String> ADAPTERS = ['rest', 'postgres', 'redis', 'crypto', 'oauth']

    @Shared
    JavaClasses production = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption({ location -> !location.contains('/test-classes/') && !location.contains('/specs/') } as ImportOption)
        .withImportOption({ location -> !location.contains('auth-contracts') && !location.contains('auth-devkit') } as ImportOption)
        .importPackages(ROOT)

    def "all modules are looked at"() {
        expect:
        ['domain', 'application', 'bootstrap', 'cli', 'film.etl', *ADAPTERS.collect { "adapter.$it" }].every { module ->
            production.any { it.packageName.startsWith("${ROOT}.$module") }
        }
    }

    def "the domain knows nothing but Java and JSpecify"() {
        expect:
        classes().that().resideInAPackage("${ROOT}.domain..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("${ROOT}.domain..", 'java..', 'org.jspecify..')
            .check(production)
    }

    def "the application knows the domain besides"() {
        expect:
        classes().that().resideInAPackage("${ROOT}.application..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("${ROOT}.application..", "${ROOT}.domain..", 'java..', 'org.jspecify..')
            .check(production)
    }

    def "the domain and the application use of Java neither SQL, nor the network, nor files"() {
        expect:
        noClasses().that().resideInAnyPackage("${ROOT}.domain..", "${ROOT}.application..")
            .should().dependOnClassesThat().resideInAnyPackage('java.sql..', 'javax..', 'java.net.http..', 'java.nio.file..')
            .check(production)
    }

    def "the #adapter adapter knows no other adapter and not the bootstrap"() {
        expect:
        noClasses().that().resideInAPackage("${ROOT}.adapter.$adapter..")
            .should().dependOnClassesThat().resideInAnyPackage(
            *(ADAPTERS - adapter).collect { "${ROOT}.adapter.$it..".toString() }, "${ROOT}.bootstrap..")
            .check(production)

        where:
        adapter << ADAPTERS
    }

    def "nothing points at the bootstrap"() {
        expect:
        noClasses().that().resideOutsideOfPackage("${ROOT}.bootstrap..")
            .should().dependOnClassesThat().resideInAPackage("${ROOT}.bootstrap..")
            .check(production)
    }

    def "the #adapter adapter, which is driven, does not know the use cases"() {
        expect:
        noClasses().that().resideInAPackage("${ROOT}.adapter.$adapter..")
            .should().dependOnClassesThat().resideInAPackage("${ROOT}.application..")
            .check(production)

        where:
        adapter << ADAPTERS - 'rest'
    }

    def "the command line knows the use cases, the domain, and what it reads words and writes JSON with"() {
        expect:
        classes().that().resideInAPackage("${ROOT}.cli..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("${ROOT}.cli..", "${ROOT}.application..", "${ROOT}.domain..",
            "${FILMS}.label", "${FILMS}.film", "${FILMS}.port", 'picocli..', 'com.fasterxml.jackson.core..', 'java..', 'org.jspecify..')
            .check(production)
    }

    def "nothing but the bootstrap points at the command line"() {
        expect:
        noClasses().that().resideOutsideOfPackages("${ROOT}.cli..", "${ROOT}.bootstrap..")
            .should().dependOnClassesThat().resideInAPackage("${ROOT}.cli..")
            .check(production)
    }

    def "the film ETL is a hexagon of its own: of ours it knows the domain, and nobody but the command line and the bootstrap knows it"() {
        expect:
        noClasses().that().resideInAPackage("${FILMS}..")
            .should().dependOnClassesThat(describe('ours') { JavaClass type ->
                type.packageName.startsWith(ROOT) && !type.packageName.startsWith(FILMS) && !type.packageName.startsWith("${ROOT}.domain")
            })
            .check(production)
        noClasses().that().resideOutsideOfPackages("${FILMS}..", "${ROOT}.cli..", "${ROOT}.bootstrap..")
            .should().dependOnClassesThat().resideInAPackage("${FILMS}..")
            .check(production)
    }

    def "within the film ETL, the #core knows neither PostgreSQL nor OpenSearch nor who tells of it"() {
        expect:
        classes().that().resideInAPackage("${FILMS}.$core")
            .should().onlyDependOnClassesThat().resideInAnyPackage("${FILMS}.film", "${FILMS}.port", "${FILMS}.sync", "${FILMS}.label", "${FILMS}.verify",
            "${ROOT}.domain..", 'java..', 'org.jspecify..', 'io.github.resilience4j.core..')
            .check(production)

        where:
        core << ['film', 'port', 'sync', 'label', 'verify']
    }

    def "within the film ETL, the #adapter side knows no other"() {
        given:
        List<String> sides = ['postgres', 'opensearch', 'movies', 'rules', 'report']

        expect:
        noClasses().that().resideInAPackage("${FILMS}.$adapter..")
            .should().dependOnClassesThat().resideInAnyPackage(*(sides - adapter).collect { "${FILMS}.$it..".toString() })
            .check(production)

        where:
        adapter << ['postgres', 'opensearch', 'movies', 'rules', 'report']
    }

    def "what drives, as #driving does, knows no driven port"() {
        expect:
        noClasses().that().resideInAPackage("${ROOT}.$driving..")
            .should().dependOnClassesThat(describe('a driven port') { JavaClass type ->
                type.packageName == "${ROOT}.domain.port" && !type.isAssignableTo(PortUnavailableException) &&
                    !type.isAssignableTo(Enum)
            })
            .check(production)

        where:
        driving << ['adapter.rest', 'cli']
    }

    def "an administrator is made behind the two doors, and where they are asked again, and nowhere else"() {
        expect:
        constructors().that().areDeclaredIn(Administrator).should().bePackagePrivate().check(production)
        noClasses().that().doNotHaveFullyQualifiedName("${Administrator.packageName}.AdmitAdministratorService")
            .and().doNotHaveFullyQualifiedName("${Administrator.packageName}.AdmitConsoleService")
            .and().doNotHaveFullyQualifiedName("${Administrator.packageName}.Readmission")
            .should().callConstructorWhere(target(owner(equivalentTo(Administrator))))
            .check(production)
    }

    def "only the command line goes through the door of the console, which asks nobody who they are"() {
        expect:
        noClasses().that().resideOutsideOfPackages("${ROOT}.application.access..", "${ROOT}.cli..", "${ROOT}.bootstrap..")
            .should().dependOnClassesThat().belongToAnyOf(AdmitConsole)
            .check(production)
    }

    def "only the bootstrap names the services behind the use cases"() {
        expect:
        noClasses().that().resideOutsideOfPackages("${ROOT}.bootstrap..", "${ROOT}.application..")
            .should().dependOnClassesThat(describe('services behind use cases') { JavaClass type ->
                type.packageName.startsWith("${ROOT}.application") && type.simpleName.endsWith('Service')
            })
            .check(production)
    }

    def "the services behind the use cases are final and implement the use case that they are named after"() {
        expect:
        classes().that().resideInAPackage("${ROOT}.application..").and().haveSimpleNameEndingWith('Service')
            .should().haveModifier(JavaModifier.FINAL)
            .check(production)
        production.findAll { it.packageName.startsWith("${ROOT}.application") && it.simpleName.endsWith('Service') }.every {
            it.rawInterfaces*.simpleName.contains(it.simpleName - 'Service')
        }
    }

    def "in the domain and the application time and chance are handed in"() {
        expect:
        noClasses().that().resideInAnyPackage("${ROOT}.domain..", "${ROOT}.application..")
            .should().dependOnClassesThat().belongToAnyOf(Clock, Random, ThreadLocalRandom, SecureRandom)
            .orShould().callMethod(Instant, 'now')
            .orShould().callMethod(Instant, 'now', Clock)
            .orShould().callMethod(InstantSource, 'system')
            .orShould().callMethod(System, 'currentTimeMillis')
            .orShould().callMethod(System, 'nanoTime')
            .orShould().callMethod(UUID, 'randomUUID')
            .orShould().callMethod(Math, 'random')
            .check(production)
    }

    def "nothing reads the clock of the machine but the bootstrap and what waits for a backend"() {
        expect:
        noClasses().that().resideOutsideOfPackages("${ROOT}.bootstrap..")
            .should().callMethod(Instant, 'now')
            .orShould().callMethod(System, 'currentTimeMillis')
            .check(production)
    }

    def "every package says that nothing in it is null unless it says so"() {
        given:
        Set<JavaPackage> packages = production.collect { it.package } as Set

        expect:
        packages.size() > 20
        packages.findAll { !it.isAnnotatedWith(NullMarked) }*.name == []
    }

    def "every type is in the package of its module"() {
        expect:
        production.findAll { it.source.present }.every { type ->
            String place = type.source.get().uri.toString()
            String module = (place =~ /auth-([a-z-]+?)(-\d|\/target)/).with { it.find() ? it.group(1).replace('-', '.') : null }
            module == null || type.packageName.startsWith("${ROOT}.$module")
        }
    }

    def "there is no #name package"() {
        expect:
        production.every { !it.packageName.split(/\./).contains(name) }

        where:
        name << ['util', 'utils', 'common', 'helper', 'helpers', 'misc', 'impl']
    }

    def "a port has at most seven methods, none of which takes or returns a vendor's type"() {
        given:
        List<JavaClass> ports = production.findAll { it.packageName in ["${ROOT}.domain.port".toString(), "${FILMS}.port".toString()] && it.isInterface() && !it.enclosingClass.present }

        expect:
        ports.size() >= 16
        ports.every { it.methods.size() <= 7 }
    }
}
