package io.paceline.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the kernel of the lanes, once: {@code -Dpaceline.kernel=auto|scalar|vector}. {@code auto} takes the vector kernel where it can
 * run fast and logs why not elsewhere; {@code vector} throws then.
 */
final class LaneKernels {
    private static final String PROPERTY = "paceline.kernel";
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNEL = "io.paceline.kernel.VectorLaneKernel";
    private static final int C2_LEVEL = 4;

    private LaneKernels() {}

    /** Holds the choice; a class of its own, so that a wrong property fails when a kernel is asked for. */
    private static final class Chosen {
        static final LaneKernel KERNEL = choose(System.getProperty(PROPERTY, "auto"));
    }

    /**
     * The kernel of this virtual machine.
     *
     * @throws IllegalStateException if the vector kernel is asked for and cannot run
     */
    static LaneKernel chosen() {
        return Chosen.KERNEL;
    }

    static LaneKernel choose(String wanted) {
        Logger logger = System.getLogger(LaneKernels.class.getName());
        String wish = wanted.toLowerCase(Locale.ROOT);
        if (wish.equals("scalar")) {
            return new ScalarLaneKernel();
        }
        if (!wish.equals("auto") && !wish.equals("vector")) {
            throw new IllegalStateException(
                    PROPERTY + " = " + wanted + " is none of auto, scalar, vector. Leave it out for auto.");
        }
        String refusal;
        try {
            Optional<String> why = whyNot();
            if (why.isEmpty()) {
                LaneKernel vector = load();
                logger.log(Level.INFO, "kernel of the lanes: {0}", vector.name());
                return vector;
            }
            refusal = why.get();
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            refusal = "the vector kernel does not load (" + cause.getMessage() + ")";
        }
        if (wish.equals("vector")) {
            throw new IllegalStateException(PROPERTY + " = vector, but " + refusal + ". Maybe add --add-modules "
                    + VECTOR_MODULE + " to the java command.");
        }
        logger.log(Level.INFO, "kernel of the lanes: scalar, for {0}", refusal);
        return new ScalarLaneKernel();
    }

    /** Why the vector kernel must not be used here; empty if nothing speaks against it. */
    private static Optional<String> whyNot() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return Optional.of("the module " + VECTOR_MODULE + " is not there");
        }
        if (System.getProperty("java.vm.info", "").contains("interpreted")) {
            return Optional.of("this virtual machine only interprets");
        }
        // compiled by C1 alone the vector kernel is some 45 times slower than the scalar one
        boolean c1Only = HotSpotFlag.read("TieredStopAtLevel")
                .filter(level -> Integer.parseInt(level) < C2_LEVEL)
                .isPresent();
        if (c1Only) {
            return Optional.of("the optimising compiler C2 is off");
        }
        return Optional.empty();
    }

    private static LaneKernel load() throws ReflectiveOperationException {
        Module vector = ModuleLayer.boot().findModule(VECTOR_MODULE).orElseThrow();
        LaneKernels.class.getModule().addReads(vector);
        return Class.forName(VECTOR_KERNEL)
                .asSubclass(LaneKernel.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
