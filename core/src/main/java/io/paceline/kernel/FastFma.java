package io.paceline.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Whether this machine multiplies and adds in one instruction. Without one, {@link Math#fma} is right but a hundred times slower, so the
 * kernels then round twice: results differ in the last bits from those of a machine that has it.
 */
final class FastFma {
    /** Found once; a constant for the compiler. */
    static final boolean PRESENT = detect();

    private FastFma() {}

    /** {@code a·b + c}, rounded once where that is fast. */
    static double of(double a, double b, double c) {
        return PRESENT ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean detect() {
        String override = System.getProperty("paceline.fma");
        if (override != null) {
            return Boolean.parseBoolean(override);
        }
        try {
            // by reflection, so that the library runs on a JDK image without this module
            Class<?> beanType = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getPlatformMXBean", Class.class)
                    .invoke(null, beanType);
            Object option = beanType.getMethod("getVMOption", String.class).invoke(bean, "UseFMA");
            return Boolean.parseBoolean(
                    (String) option.getClass().getMethod("getValue").invoke(option));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Logger logger = System.getLogger(FastFma.class.getName());
            logger.log(Level.DEBUG, "cannot tell whether multiply-add is fast, so it is not used: {0}", e.toString());
            return false;
        }
    }
}
