package io.paceline.chase;

import io.paceline.drafting.DragTable;
import io.paceline.power.Crosswind;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The content of a chase as one short text: equal for problems that are equal in every number, so that what was computed for one is
 * known for the other. Two different problems have the same text as rarely as SHA-256 collides.
 */
public final class ChaseDigest {
    private final MessageDigest digest;

    private ChaseDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    /**
     * The content of a chase: 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the wheel gap is outside the drag table, or the break does not reach the catch point
     */
    public static String of(Chase chase) {
        ChaseDigest content = new ChaseDigest();
        content.riders(chase);
        content.line(chase);
        content.numbers(
                chase.freshness().criticalPowerFactor(), chase.freshness().wPrimeFactor());
        content.text(chase.recovery().name());
        content.numbers(
                chase.reserveFraction(), chase.topSpeedMPerS(), chase.air().densityKgPerM3());
        content.numbers(chase.drivetrain().efficiency(), chase.drivetrain().wheelDragAreaM2());
        content.numbers(chase.bunch().levelSpeedMPerS(), chase.bunch().dragFraction());
        content.text(chase.goal().objective().name());
        content.numbers(chase.goal().ridersLeft());
        content.roads(chase);
        return HexFormat.of().formatHex(content.digest.digest());
    }

    private void riders(Chase chase) {
        numbers(chase.team().size());
        for (int slot = 0; slot < chase.team().size(); slot++) {
            Rider rider = chase.team().riders().get(slot);
            text(rider.id());
            numbers(rider.massKg(), rider.dragAreaM2(), rider.criticalPowerW(), rider.wPrimeJ());
            numbers(rider.efficiency(), rider.recoveryFactor(), chase.team().isProtected(slot) ? 1 : 0);
            numbers(chase.spentJ(slot));
        }
    }

    /** The table by what it says for this line: a table has no other content here. */
    private void line(Chase chase) {
        DragTable table = chase.line().dragTable();
        Exchange exchange = chase.line().exchange();
        numbers(chase.line().wheelGapM(), chase.line().shelter().exponent());
        numbers(exchange.bicycleLengthM(), exchange.driftMPerS(), exchange.mostDriftShare());
        for (int riders = 1; riders <= chase.team().size(); riders++) {
            for (int place = 1; place <= riders; place++) {
                numbers(table.dragFraction(riders, place, chase.line().wheelGapM()));
            }
        }
    }

    private void roads(Chase chase) {
        List<Stretch> whole = new ArrayList<>(chase.approach());
        numbers(whole.size());
        whole.addAll(chase.road().stretches());
        for (Stretch stretch : whole) {
            numbers(stretch.lengthM(), stretch.gradient(), stretch.headingRad(), stretch.headwindMPerS());
            numbers(stretch.rollingResistance());
        }
        for (int s = 0; s < chase.road().stretches().size(); s++) {
            numbers(chase.road().sectorOf(s));
        }
        if (chase.line().crosswind().matters(whole)) {
            crosswind(chase.line().crosswind(), whole);
        }
        if (chase.breakaway() != Breakaway.NONE) {
            numbers(chase.breakaway().gapS());
            numbers(chase.breakaway().timesS(whole));
        }
    }

    private void crosswind(Crosswind crosswind, List<Stretch> whole) {
        text(crosswind.drag().name());
        text(crosswind.shelter().name());
        numbers(crosswind.fadedSine());
        whole.forEach(stretch -> numbers(stretch.crosswindMPerS()));
    }

    private void numbers(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        digest.update(bytes.array());
    }

    /** With its length first, so that two texts cannot run into one another. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        numbers(bytes.length);
        digest.update(bytes);
    }
}
