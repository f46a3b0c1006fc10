using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Grading;

/// <summary>A grading as two limits: because equal revenue has equal tier, each tier is a range of revenue.</summary>
/// <remarks>A value: immutable, equal when both limits are, the same after a round trip through JSON or <see cref="ToBytes"/>. The default
/// lets every positive revenue be A. Made by <see cref="ParetoDraft.LimitsOf"/>.</remarks>
[JsonConverter(typeof(ParetoLimitsJsonConverter))]
public readonly record struct ParetoLimits
{
    private const byte Tag = (byte)'L';

    /// <summary>Limits that are kept, as JSON reads them; new ones come from <see cref="ParetoDraft.LimitsOf"/>.</summary>
    /// <param name="a">The lowest revenue that is A, in minor units; at least <paramref name="b"/>.</param>
    /// <param name="b">The lowest revenue that is at least B, in minor units; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public ParetoLimits(Int128 a, Int128 b)
    {
        if (b < 0 || a < b)
        {
            throw new ArgumentOutOfRangeException(
                b < 0 ? nameof(b) : nameof(a),
                string.Create(CultureInfo.InvariantCulture, $"The limits are {a} and {b}; B's must be at least 0, and A's at least B's."));
        }

        A = a;
        B = b;
    }

    /// <summary>The lowest revenue that is A, in minor units.</summary>
    public Int128 A { get; }

    /// <summary>The lowest revenue that is at least B, in minor units.</summary>
    public Int128 B { get; }

    /// <summary>Reads what <see cref="ToBytes"/> has written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Limits equal to those that were written.</returns>
    /// <exception cref="FormatException">The bytes are not limits: cut off, changed, or of a version that this library does not
    /// read.</exception>
    public static ParetoLimits FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ParetoReader(bytes, Tag, "pair of Pareto limits");
        var (a, b) = (reader.ReadInt128(), reader.ReadInt128());
        reader.End();
        return a >= b ? new(a, b) : throw reader.Fault("the limit of A is below that of B");
    }

    /// <summary>The limits in a compact form, for another process or machine.</summary>
    /// <returns>The bytes, with a version and a checksum.</returns>
    public byte[] ToBytes()
    {
        var writer = new ParetoWriter(Tag);
        writer.Write(A);
        writer.Write(B);
        return writer.ToBytes();
    }

    /// <summary>The tier of an account.</summary>
    /// <param name="minorUnits">Its revenue.</param>
    /// <returns>C for revenue that is not positive, else what the limits say.</returns>
    public AccountTier TierOf(long minorUnits) => AccountTier.InOrder[ValueOf(minorUnits) - 1];

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both limits by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ParetoLimits {{ A = {A}, B = {B} }}");

    /// <summary>The value of the tier of an account; revenue that is not positive is the last tier.</summary>
    internal int ValueOf(Int128 revenue) => revenue <= 0 ? 3 : revenue >= A ? 1 : revenue >= B ? 2 : 3;

    /// <summary>The limits of a portfolio.</summary>
    /// <param name="descending">All revenues, the largest first.</param>
    /// <param name="total">The sum of the positive ones.</param>
    /// <param name="cuts">Where A and B end.</param>
    /// <param name="rule">How the cuts are read.</param>
    internal static ParetoLimits Of<T>(ReadOnlySpan<T> descending, Int128 total, ParetoCuts cuts, ParetoRule rule)
        where T : struct, IBinaryInteger<T> =>
        new(
            ParetoGoal.Of(cuts.A, total, descending.Length, rule).LimitIn(descending),
            ParetoGoal.Of(cuts.B, total, descending.Length, rule).LimitIn(descending));
}
