using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Pricing;

/// <summary>A plan for a price change in dated steps.</summary>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PriceChangePlan
{
    [JsonConstructor]
    internal PriceChangePlan(IReadOnlyList<PriceChangeStep> steps, Text? reason)
    {
        Steps = ValueList.Of(steps);
        Reason = reason;
    }

    /// <summary>The steps that the contract allows, in their order; all of them if <see cref="IsPossible"/>.</summary>
    public IReadOnlyList<PriceChangeStep> Steps { get; }

    /// <summary>Whether a day was found for every step.</summary>
    public bool IsPossible => Reason is null;

    /// <summary>Why the plan is not possible; null if it is.</summary>
    public Text? Reason { get; }

    /// <summary>Plans a price change.</summary>
    /// <param name="oldPrice">The price today; not negative.</param>
    /// <param name="newPrice">The price in the end; not negative.</param>
    /// <param name="steps">The number of equal steps; positive. The last one ends exactly at <paramref name="newPrice"/>.</param>
    /// <param name="asOf">The day of the decision. Nothing is announced before it.</param>
    /// <param name="terms">Notice, windows and spacing.</param>
    /// <param name="rounding">The rounding of the prices in between.</param>
    /// <returns>The plan. If it is not possible, it gives the reason and holds the steps that are possible.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A price in between does not fit a decimal; the message names the values.</exception>
    /// <exception cref="ArgumentException">There are several steps but no spacing, or a period runs backwards.</exception>
    public static PriceChangePlan Of(
        decimal oldPrice, decimal newPrice, int steps, LocalDate asOf, PriceChangeTerms terms, PriceRounding rounding)
    {
        Guard.Iso(asOf);
        Guard.NotNegative(oldPrice);
        Guard.NotNegative(newPrice);
        Guard.Above(steps, 0);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(rounding);
        if (asOf + terms.Notice < asOf)
            throw new ArgumentException($"Notice is {terms.Notice}; it must not be negative.", nameof(terms));
        if (steps > 1 && (terms.Spacing is null || asOf + terms.Spacing <= asOf))
        {
            throw new ArgumentException(
                $"Spacing is {terms.Spacing?.ToString() ?? "not given"}; several steps need a positive one.", nameof(terms));
        }

        var planned = new List<PriceChangeStep>();
        var (price, earliest) = (oldPrice, asOf + terms.Notice);
        for (var step = 1; step <= steps; step++)
        {
            if (FirstOpenDay(earliest, terms.Windows) is not { } day)
            {
                var noWindow = TextTable.Library["Pricing.PriceChangePlan.NoWindow"];
                return new(planned, noWindow.With(step, LocalDatePattern.Iso.Format(earliest)));
            }

            var (number, before) = (step, price);
            price = step == steps ? newPrice : DecimalOverflow.Named(
                () => rounding.Round(oldPrice + ((newPrice - oldPrice) * number / steps)),
                "PriceChangePlan.Of",
                (nameof(oldPrice), oldPrice),
                (nameof(newPrice), newPrice),
                (nameof(steps), steps));
            planned.Add(new(LastDayToAnnounce(day, terms.Notice), day, price, price - before));
            if (step < steps)
                earliest = day + terms.Spacing!;
        }

        return new(planned, null);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The steps, and the reason if the plan is not possible.</returns>
    public override string ToString() => $"PriceChangePlan {{ Steps = {Steps}, Reason = {Reason} }}";

    private static LocalDate? FirstOpenDay(LocalDate earliest, IReadOnlyList<DateInterval> windows)
    {
        if (windows.Count == 0)
            return earliest;
        return windows.Where(window => window.End >= earliest)
            .Select(window => (LocalDate?)LocalDate.Max(window.Start, earliest))
            .Min();
    }

    // "Day minus notice" and "day such that day plus notice" differ where months have different lengths; what counts is that notice has
    // run.
    private static LocalDate LastDayToAnnounce(LocalDate effective, Period notice)
    {
        var day = effective - notice;
        while (day + notice > effective)
            day = day.PlusDays(-1);
        while (day.PlusDays(1) + notice <= effective)
            day = day.PlusDays(1);
        return day;
    }

    /// <summary>Describes the plan for a person: when each step is announced and takes effect.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        PriceDocuments.Of(this, currency, language);
}
