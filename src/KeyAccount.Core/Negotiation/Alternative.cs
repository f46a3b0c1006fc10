using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The best alternative to a negotiated agreement (BATNA): what we do without an agreement.</summary>
/// <param name="Description">The alternative in words.</param>
/// <param name="Package">The alternative as a package on the same issues; null if it cannot be stated as one.</param>
/// <param name="Value">The value of the alternative to us in points, 0 … 100, on the same scales as packages (<see
/// cref="BargainingProblem.ValueOf"/>); null if not stated.</param>
/// <remarks>Immutable, with value equality. Source: Fisher &amp; Ury 1981, Getting to Yes; 《B2B 大客户开发与管理》 calls it the way
/// back
/// (退路).</remarks>
public sealed record Alternative(Text Description, Package? Package = null, double? Value = null)
{
    /// <summary>The value of the alternative to us in points, 0 … 100; null if not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    public double? Value { get; init => field = Checked(value); } = Checked(Value);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Alternative {{ {Description}, Package = {Package}, Value = {Value} }}");

    private static double? Checked(double? value)
    {
        if (value is { } points)
            Guard.Between(points, 0, 100, nameof(Value));
        return value;
    }
}
