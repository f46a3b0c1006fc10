using System.Globalization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Bidding;

/// <summary>The documents and answers of a bid, checked against the three rules: nothing missing, nothing rough, nothing wrong.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidRegister
{
    /// <summary>The documents.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidDocument> Documents { get; init => field = ValueList.Of(value ?? [], nameof(Documents)); } =
        ValueList<BidDocument>.Empty;

    /// <summary>The answers to the scored criteria.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidAnswer> Answers { get; init => field = ValueList.Of(value ?? [], nameof(Answers)); } =
        ValueList<BidAnswer>.Empty;

    /// <summary>Lists what is wrong with the bid.</summary>
    /// <param name="criteria">The scored criteria.</param>
    /// <param name="deadline">The day on which documents must be valid; null if it is not known, and then no document counts as out of
    /// date.</param>
    /// <returns>The faults: first what is missing, then what is rough, then what is wrong. The bid may be invalid because of a document
    /// that is missing, unsigned or out of date, words that differ from digits, or two values for the same figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/> or one of them is null.</exception>
    public IReadOnlyList<BidFault> Faults(IReadOnlyList<TenderCriterion> criteria, LocalDate? deadline = null)
    {
        Guard.NoNull(criteria);
        Guard.Iso(deadline);
        return ValueList.Of([.. Missing(deadline), .. Rough(criteria), .. Wrong()]);
    }

    private IEnumerable<BidFault> Missing(LocalDate? deadline)
    {
        foreach (var document in Documents)
        {
            if (!document.IsPresent)
            {
                if (!document.IsOptional)
                    yield return Fault(BidFaultKind.Missing, document.Name, isInvalidating: true);
                continue;
            }

            if (document.NeedsSignature && !document.IsSigned)
                yield return Fault(BidFaultKind.NotSigned, document.Name, !document.IsOptional);
            if (document.ValidUntil < deadline)
            {
                yield return Fault(
                    BidFaultKind.OutOfDate, document.Name, !document.IsOptional, Day(document.ValidUntil!.Value), Day(deadline.Value));
            }
        }
    }

    private IEnumerable<BidFault> Rough(IReadOnlyList<TenderCriterion> criteria)
    {
        foreach (var criterion in criteria)
        {
            if (Answers.FirstOrDefault(answer => answer.Criterion == criterion.Key) is not { } answer)
            {
                yield return Fault(BidFaultKind.Unanswered, criterion.Key, isInvalidating: false);
                continue;
            }

            if (string.IsNullOrWhiteSpace(answer.Evidence))
                yield return Fault(BidFaultKind.NoEvidence, criterion.Key, isInvalidating: false);
            if (answer.Page is null)
                yield return Fault(BidFaultKind.NoPage, criterion.Key, isInvalidating: false);
        }
    }

    private IEnumerable<BidFault> Wrong()
    {
        var present = Documents.Where(document => document.IsPresent).ToArray();
        foreach (var document in present)
        {
            foreach (var figure in document.Figures)
            {
                if (figure.Words is { } words)
                {
                    if (!WordedAmount.TryParse(words, out var worded))
                        yield return Unreadable(document.Name, figure, words);
                    else if (worded != figure.Amount)
                    {
                        yield return Fault(
                            BidFaultKind.WordsDiffer, document.Name, isInvalidating: true, figure.Label, words, Amount(figure.Amount));
                    }
                }

                if (figure.Parts.Count > 0 && SumOf(figure.Parts) is var sum && sum != figure.Amount)
                {
                    yield return Fault(
                        BidFaultKind.SumDiffers, document.Name, isInvalidating: false, figure.Label,
                        sum is { } known ? Amount(known) : "∞", Amount(figure.Amount));
                }
            }
        }

        var figures = present.SelectMany(
            document => document.Figures.Select(figure => (document.Name, figure.Label, Value: Amount(figure.Amount))));
        foreach (var fault in Differing(figures, BidFaultKind.AmountsDiffer, isInvalidating: true))
            yield return fault;
        var statements = present.SelectMany(
            document => document.Statements.Select(each => (document.Name, each.Label, Value: each.Text.Trim())));
        foreach (var fault in Differing(statements, BidFaultKind.StatementsDiffer, isInvalidating: false))
            yield return fault;
    }

    // An amount that has words is told in the language of those that it has.
    private static BidFault Unreadable(string place, BidFigure figure, string words)
    {
        var hasWords = figure.Amount is >= 0 and <= WordedAmount.Most && decimal.Round(figure.Amount, 2) == figure.Amount;
        return !hasWords
            ? Fault(BidFaultKind.WordsDiffer, place, isInvalidating: true, figure.Label, words, Amount(figure.Amount))
            : new(
                BidFaultKind.WordsDiffer, place,
                TextTable.Library["Bidding.Fault.WordsUnreadable"].With(
                    place, figure.Label, words,
                    words.Any(each => each >= '\u3000') ? WordedAmount.InChinese(figure.Amount) : WordedAmount.InEnglish(figure.Amount)),
                IsInvalidating: true);
    }

    // Each later place that differs from the first.
    private static IEnumerable<BidFault> Differing(
        IEnumerable<(string Name, string Label, string Value)> told, BidFaultKind kind, bool isInvalidating) =>
        from same in told.GroupBy(each => each.Label, StringComparer.Ordinal)
        let first = same.First()
        from other in same.Skip(1)
        where other.Value != first.Value
        select Fault(kind, other.Name, isInvalidating, other.Label, other.Value, first.Value, first.Name);

    private static decimal? SumOf(IReadOnlyList<decimal> parts)
    {
        try
        {
            return parts.Sum();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static BidFault Fault(BidFaultKind kind, string place, bool isInvalidating, params object[] arguments) =>
        new(kind, place, TextTable.Library[$"Bidding.Fault.{kind.Name}"].With([place, .. arguments]), isInvalidating);

    private static string Amount(decimal amount) => amount.ToString("#,0.##########", CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => FormattableString.Invariant($"BidRegister {{ Documents = {Documents}, Answers = {Answers} }}");
}
