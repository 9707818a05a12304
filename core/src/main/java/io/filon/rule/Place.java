package io.filon.rule;

/// A point on the earth, in degrees north and east.
public record Place(double latitude, double longitude) {

    private static final double EARTH_KM = 6371.0088;

    /// Great-circle distance by the haversine formula.
    public double km(Place other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double a = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, a)));
    }
}
