using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The payout for each attainment: nothing below the threshold, a line from point to point, and the cap from the last point
/// on.</summary>
/// <remarks>
/// <para>Payout = the piecewise linear scale through the points (<see cref="Scale"/>), as a fraction of the target incentive. The curve
/// never falls: more attainment never pays less.</para>
/// <para>Immutable; equal when the points are. Provenance of the ready curves: <c>LibraryDefault</c>.</para>
/// </remarks>
public sealed record AttainmentCurve
{
    /// <summary>The smallest rise within one percentage point of attainment that counts as a cliff: a tenth of the target incentive.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public const double CliffFrom = 0.1;

    /// <summary>The width of attainment in which a rise is measured for a cliff: one percentage point. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double CliffWidth = 0.01;

    private const double Percent = 100;

    // A point is a percentage point to the last digit that people write.
    private const double Tolerance = 1e-9;

    private readonly Lazy<Scale> _scale;

    /// <summary>Creates a curve.</summary>
    /// <param name="points">At least two points with different attainments, in any order. The first is the threshold, the last the cap;
    /// with more attainment, the payout rises or stays the same. The last payout is above 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> or a point is null.</exception>
    /// <exception cref="ArgumentException">The points are not a valid curve; the message names the points and says what to
    /// change.</exception>
    [JsonConstructor]
    public AttainmentCurve(IReadOnlyList<PayoutPoint> points)
    {
        Points = ValueList.Of(ValueList.Of(points).OrderBy(point => point.Attainment));
        if (Points.Count < 2)
        {
            throw new ArgumentException(
                Invariant($"points has {Points.Count}; it must have at least 2: the threshold and the cap."), nameof(points));
        }

        for (var i = 1; i < Points.Count; i++)
        {
            var (before, here) = (Points[i - 1], Points[i]);
            if (before.Attainment == here.Attainment)
            {
                throw new ArgumentException(
                    Invariant($"points has two at attainment {here.Attainment}, which pay {before.Payout} and {here.Payout}; ")
                    + "each attainment must have one payout: leave one out, or join the two by a short line.",
                    nameof(points));
            }

            if (here.Payout < before.Payout)
            {
                throw new ArgumentException(
                    Invariant($"points falls from {before.Payout} at attainment {before.Attainment} to {here.Payout} at ")
                    + Invariant($"{here.Attainment}; the payout must be at least {before.Payout} there: more attainment never pays less."),
                    nameof(points));
            }
        }

        if (Points[^1].Payout == 0)
        {
            throw new ArgumentException(
                "points pays nothing at all; the payout of the last one must be above 0.", nameof(points));
        }

        var cap = Points[^1].Payout;
        _scale = new(() => Scale.Linear([.. Points.Select(point => (point.Attainment, Percent * (point.Payout / cap)))]));
    }

    /// <summary>The usual curve: nothing below half of the target, a quarter of the incentive at half of it, all of the incentive at the
    /// target, 1.5 per cent for each further per cent, and a cap of 175 % at 150 %. It begins with a cliff
    /// (<see cref="Cliffs"/>).</summary>
    public static AttainmentCurve Standard { get; } = new([new(0.5, 0.25), new(1, 1), new(1.5, 1.75)]);

    /// <summary>The same curve without a cliff: pay begins at zero.</summary>
    public static AttainmentCurve WithoutCliff { get; } = new([new(0.5, 0), new(1, 1), new(1.5, 1.75)]);

    /// <summary>Pay in proportion to attainment up to the target, and no more than the whole incentive, for measures that cannot be
    /// exceeded.</summary>
    public static AttainmentCurve Proportional { get; } = new([new(0, 0), new(1, 1)]);

    /// <summary>The points, by ascending attainment.</summary>
    public IReadOnlyList<PayoutPoint> Points { get; }

    /// <summary>The attainment below which nothing is paid, as a fraction.</summary>
    [JsonIgnore]
    public double Threshold => Points[0].Attainment;

    /// <summary>The attainment at which pay begins: that of the last point that pays nothing, or that of the first point if it pays at
    /// once.</summary>
    internal double BeginsFrom => BeginsAtOnce ? Threshold : Points.Last(point => point.Payout == 0).Attainment;

    /// <summary>Whether the threshold itself is paid; otherwise pay begins above it.</summary>
    internal bool BeginsAtOnce => Points[0].Payout > 0;

    /// <summary>The highest payout, as a fraction of the target incentive.</summary>
    [JsonIgnore]
    public double Cap => Points[^1].Payout;

    /// <summary>The line through the points: attainment → payout in per cent of the cap, constant beyond the ends.</summary>
    [JsonIgnore]
    public Scale Scale => _scale.Value;

    /// <summary>Calculates the payout for an attainment.</summary>
    /// <param name="attainment">Result / target, as a fraction; finite, at least 0.</param>
    /// <returns>The payout as a fraction of the target incentive, 0 … <see cref="Cap"/>; more attainment never pays less.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attainment"/> is outside its range.</exception>
    public double Payout(double attainment)
    {
        Guard.FiniteNotNegative(attainment);

        // 0.1 + 0.7 reaches 0.8, as it does at a gate.
        return attainment < Threshold - Tolerance ? 0 : Scale.Points(attainment) / Percent * Cap;
    }

    /// <summary>Finds the cliffs: places where a small step in attainment makes a large one in pay, so that people stop short of it or push
    /// deals over it.</summary>
    /// <param name="from">The rise of the payout from which there is a cliff, as a fraction of the target incentive; above 0.</param>
    /// <returns>The cliffs, by ascending attainment: rises of more than <paramref name="from"/> within one percentage point.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is not finite and above 0.</exception>
    public IReadOnlyList<PayCliff> Cliffs(double from = CliffFrom)
    {
        Guard.FinitePositive(from);
        var cliffs = new List<PayCliff>();

        // A rise over a width is largest where the width begins or ends at a point.
        foreach (var (start, end) in Points.SelectMany(point => new[]
            {
                (point.Attainment - CliffWidth, point.Attainment), (point.Attainment, point.Attainment + CliffWidth),
            }).OrderBy(window => window.Item1))
        {
            var (low, high) = (start < 0 ? 0 : Payout(start), Payout(end));
            if (high - low <= from + Tolerance || (cliffs.Count > 0 && cliffs[^1].At + CliffWidth >= end - Tolerance))
                continue;
            cliffs.Add(new(end - Tolerance <= Threshold ? PayCliffKind.Threshold : PayCliffKind.Step, null, end, low, high));
        }

        return cliffs;
    }

    /// <summary>Whether another curve has the same points.</summary>
    /// <param name="other">The other curve.</param>
    /// <returns>True if it has.</returns>
    public bool Equals(AttainmentCurve? other) => other is not null && Points.Equals(other.Points);

    /// <summary>A hash of the points.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => Points.GetHashCode();

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The points.</returns>
    public override string ToString() => $"AttainmentCurve {{ {string.Join(
        ", ", Points.Select(point => Invariant($"{point.Attainment} → {point.Payout}")))} }}";
}
