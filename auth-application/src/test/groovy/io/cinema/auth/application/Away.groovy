package io.cinema.auth.application

import io.cinema.auth.domain.port.PortUnavailableException
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Proxy

/** A port whose backend is gone. Where a port must not be asked at all, it proves that too. */
class Away {

    static <T> T port(Class<T> type) {
        InvocationHandler gone = { proxy, method, arguments ->
            if (method.name == "toString") {
                return "no $type.simpleName".toString()
            }
            throw PortUnavailableException.down(type.simpleName, null)
        }
        type.cast(Proxy.newProxyInstance(type.classLoader, [type] as Class[], gone))
    }
}
