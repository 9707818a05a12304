package io.filon.segment.profile;

import io.filon.segment.Base;
import io.filon.store.Sql;
import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Through which channels customers can be reached, and who allowed or refused it.
///
/// A customer of several people (an account) is reached when one of them is; one refusal is enough.
public final class Reach {

    public enum Channel {
        EMAIL("email is not null"),
        SMS("phone is not null"),
        PHONE("phone is not null"),
        POST("postal_code is not null");

        private final String address;

        Channel(String address) {
            this.address = address;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// How many of a segment one channel reaches.
    ///
    /// @param withAddress whose e-mail, telephone or postal code is known
    /// @param allowed     of those, who said yes
    /// @param refused     of those, who said no
    /// @param notStated   of those, whose answer no file gives
    public record Reached(Channel channel, long withAddress, long allowed, long refused, long notStated) {

        /// Who has not refused.
        public long open() {
            return withAddress - refused;
        }
    }

    private record Known(RoaringBitmap address, RoaringBitmap allowed, RoaringBitmap refused) {}

    private final Map<Channel, Known> channels;

    private Reach(Map<Channel, Known> channels) {
        this.channels = channels;
    }

    public static Reach of(Base base) {
        Map<Channel, Known> channels = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            channels.put(
                    channel,
                    new Known(
                            customers(base, "customers", channel.address, "true"),
                            consents(base, channel, "bool_and(granted)"),
                            consents(base, channel, "not bool_and(granted)")));
        }
        return new Reach(channels);
    }

    private static RoaringBitmap customers(Base base, String table, String where, String having) {
        return base.index().numbers(Sql.of("""
                select coalesce(units.unit_id, people.customer_id) as customer_id
                from %s as people
                left join units on units.customer_id = people.customer_id
                where %s
                group by coalesce(units.unit_id, people.customer_id)
                having %s""".formatted(table, where, having)));
    }

    private static RoaringBitmap consents(Base base, Channel channel, String having) {
        return customers(base, "consents", "people.channel = " + Sql.literal(channel.word()), having);
    }

    /// Whether any file says who allowed what.
    public boolean consentStated() {
        return channels.values().stream().anyMatch(known -> !known.allowed.isEmpty() || !known.refused.isEmpty());
    }

    public Reached of(Channel channel, RoaringBitmap numbers) {
        Known known = known(channel);
        RoaringBitmap addressed = RoaringBitmap.and(numbers, known.address);
        long allowed = RoaringBitmap.andCardinality(addressed, known.allowed);
        long refused = RoaringBitmap.andCardinality(addressed, known.refused);
        long all = addressed.getLongCardinality();
        return new Reached(channel, all, allowed, refused, all - allowed - refused);
    }

    /// Who can be put on an advertising platform's list: an e-mail not refused, or a telephone not refused.
    public long listable(RoaringBitmap numbers) {
        RoaringBitmap open = new RoaringBitmap();
        for (Channel channel : new Channel[] {Channel.EMAIL, Channel.PHONE}) {
            open.or(RoaringBitmap.andNot(RoaringBitmap.and(numbers, known(channel).address), known(channel).refused));
        }
        return open.getLongCardinality();
    }

    private Known known(Channel channel) {
        Known known = channels.get(channel);
        if (known == null) {
            throw new IllegalStateException("no channel " + channel);
        }
        return known;
    }
}
