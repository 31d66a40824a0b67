package io.paceline.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Flags of the running HotSpot, read by reflection so that the library also runs where the management module is missing. */
final class HotSpotFlag {
    private HotSpotFlag() {}

    /** The value of a flag, or empty if this is no HotSpot, has no such flag, or does not tell. */
    static Optional<String> read(String name) {
        try {
            Class<?> beanType = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getPlatformMXBean", Class.class)
                    .invoke(null, beanType);
            Object option = beanType.getMethod("getVMOption", String.class).invoke(bean, name);
            return Optional.of((String) option.getClass().getMethod("getValue").invoke(option));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
