using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The judgement of a tender of an account: the state of the bid, what comes next, and whether its price may be offered.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record TenderReview
{
    /// <summary>The number of days before a date from which the review reports it: 30. Provenance: <c>LibraryDefault</c>, the twenty days
    /// that the law gives to prepare a bid, plus time to decide.</summary>
    public const int LeadDays = 30;

    private static readonly TenderDate[] BeforeHandingIn = [TenderDate.Deadline, TenderDate.ObjectionToFile, TenderDate.Query];
    private static readonly TenderDate[] AfterWinning = [TenderDate.Contract];
    private static readonly TenderDate[] AfterLosing = [TenderDate.Query, TenderDate.Complaint];

    /// <summary>The tender.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required TenderSummary Tender { get; init => field = Guard.NotNull(value); }

    /// <summary>The phase of the bid; null if the day we heard of the tender is not known.</summary>
    public BidPhase? Phase { get; init; }

    /// <summary>The result: won, lost, rejected, voided or withdrawn; null while the bid is open.</summary>
    public BidEventKind? Result { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool HasEnded { get; init; }

    /// <summary>What we have to do, and by which day, soonest first. Days that have passed are left out.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TenderDay> Ahead { get; init => field = ValueList.Of(value ?? [], nameof(Ahead)); } = ValueList<TenderDay>.Empty;

    /// <summary>The number of days until the first of <see cref="Ahead"/>; null if there is none.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The lowest price that we may offer: the stated one, or that of the quotation's guardrails if it is higher; null if neither
    /// is known.</summary>
    public decimal? LowestAllowed { get; init; }

    /// <summary>Whether the bid is still open: there is no result, and the case has not ended.</summary>
    [JsonIgnore]
    public bool IsOpen => Result is null && !HasEnded;

    /// <summary>Whether we have something to do within <see cref="LeadDays"/>, for a bid that is open or won.</summary>
    [JsonIgnore]
    public bool IsAhead => !HasEnded && (IsOpen || Result == BidEventKind.Won) && DaysLeft <= LeadDays;

    /// <summary>Whether the price of our open bid is below the lowest that we may offer; null if either is not known.</summary>
    [JsonIgnore]
    public bool? IsBelowWalkAway => IsOpen ? Tender.Price < LowestAllowed : null;

    /// <summary>The amount by which the price is below the lowest that we may offer; 0 if it is not below.</summary>
    [JsonIgnore]
    public decimal Shortfall => IsBelowWalkAway == true ? LowestAllowed!.Value - Tender.Price!.Value : 0;

    /// <summary>The margin that the order leaves on average: margin · odds, or the whole margin once it is won; null if either is not
    /// known, or if the bid was not won.</summary>
    [JsonIgnore]
    public decimal? ExpectedMargin => Result == BidEventKind.Won ? Tender.Margin
        : IsOpen && Tender is { Margin: { } margin, WinOdds: { } odds } ? margin * (decimal)odds
        : null;

    /// <summary>Judges a tender.</summary>
    /// <param name="tender">The tender, without faults (<see cref="TenderSummary.Faults"/>).</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="walkAway">The lowest price under the guardrails of its quotation; null if it has none.</param>
    /// <returns>The judgement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tender"/> is null.</exception>
    /// <exception cref="ArgumentException">The tender has faults.</exception>
    public static TenderReview Of(TenderSummary tender, LocalDate asOf, decimal? walkAway = null)
    {
        ArgumentNullException.ThrowIfNull(tender);
        Guard.Iso(asOf);
        var bid = tender.Case();
        var meant = bid is { HasEnded: true } ? []
            : bid?.Result == BidEventKind.Won ? AfterWinning
            : bid?.Result == BidEventKind.Lost ? AfterLosing
            : bid is null || bid.Phase == BidPhase.BeforeIssue || bid.Phase == BidPhase.Preparation ? BeforeHandingIn
            : bid.Phase == BidPhase.Publicity ? AfterLosing
            : [];
        var ahead = tender.Calendar().Ahead(asOf).Where(day => meant.Contains(day.Date)).ToArray();
        return new()
        {
            Tender = tender,
            Phase = bid?.Phase,
            Result = bid?.Result,
            HasEnded = bid?.HasEnded ?? false,
            Ahead = ahead,
            DaysLeft = ahead.Length == 0 ? null : Period.DaysBetween(asOf, ahead[0].On),
            LowestAllowed = walkAway is null || tender.LowestAllowed > walkAway ? tender.LowestAllowed : walkAway,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, phase, result and days left by name.</returns>
    public override string ToString() =>
        Invariant($"TenderReview {{ Id = {Tender.Id}, Phase = {Phase}, Result = {Result}, DaysLeft = {DaysLeft} }}");
}
