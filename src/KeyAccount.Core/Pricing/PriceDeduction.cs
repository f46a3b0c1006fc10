using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A deduction from a price: an amount of money, or a rate.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PriceDeduction
{
    /// <summary>Creates a deduction; <see cref="Off"/> and <see cref="Percentage"/> read better.</summary>
    /// <param name="name">The purpose of the deduction; not blank.</param>
    /// <param name="amount">The amount taken off each unit; negative for a surcharge. Give either an amount or a rate.</param>
    /// <param name="rate">The fraction taken off: of the list price for a discount, of the invoice price for later deductions; −1 …
    /// 1.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or not exactly one of amount and rate is
    /// given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside its range.</exception>
    [JsonConstructor]
    public PriceDeduction(string name, decimal? amount, decimal? rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (amount is null == rate is null)
        {
            throw new ArgumentException(
                $"'{name}' has {(amount is null ? "neither an amount nor a rate" : "an amount and a rate")}; it must have one of the two.",
                nameof(amount));
        }

        Name = name;
        Amount = amount;
        Rate = FactRange<PriceDeduction>.Checked(rate, nameof(Rate));
    }

    /// <summary>The purpose of the deduction.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Name { get; }

    /// <summary>The amount taken off each unit; null for a rate.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a surcharge is a negative deduction")]
    public decimal? Amount { get; }

    /// <summary>The fraction taken off; null for an amount.</summary>
    [FactRange(-1, 1, FactUnit.Fraction)]
    public decimal? Rate { get; }

    /// <summary>Creates a deduction of an amount of money.</summary>
    /// <param name="name">The purpose of the deduction; not blank.</param>
    /// <param name="amount">The amount taken off each unit; negative for a surcharge.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public static PriceDeduction Off(string name, decimal amount) => new(name, amount, null);

    /// <summary>Creates a deduction by a rate.</summary>
    /// <param name="name">The purpose of the deduction; not blank.</param>
    /// <param name="rate">The fraction: 0.10 is 10 %; −1 … 1.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside its range.</exception>
    public static PriceDeduction Percentage(string name, decimal rate) => new(name, null, rate);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PriceDeduction {{ Name = {Name}, Amount = {Amount}, Rate = {Rate} }}");

    internal PriceWaterfall On(PriceWaterfall waterfall, string @base) =>
        Rate is { } rate ? waterfall.LessPercentage(Name, rate, @base) : waterfall.Less(Name, Amount!.Value);

    /// <summary>The price that it leaves of one, in which it is a share of a base.</summary>
    internal decimal PriceAfter(decimal price, decimal @base) => PriceWaterfall.PriceAfter(Name, Rate * @base ?? Amount!.Value, price);
}
