using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A tender of an account, judged: where the bid stands, what comes next, and whether its price may be offered.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record TenderReview
{
    /// <summary>How many days before a date a tender is ahead: 30. Provenance: <c>LibraryDefault</c>, the twenty days that the law gives to
    /// prepare a bid, and time to decide.</summary>
    public const int LeadDays = 30;

    private static readonly TenderDate[] BeforeHandingIn = [TenderDate.Deadline, TenderDate.ObjectionToFile, TenderDate.Query];
    private static readonly TenderDate[] AfterWinning = [TenderDate.Contract];
    private static readonly TenderDate[] AfterLosing = [TenderDate.Query, TenderDate.Complaint];

    /// <summary>The tender.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required TenderSummary Tender { get; init => field = Guard.NotNull(value); }

    /// <summary>Where the bid stands; null where the day we heard of the tender is not known.</summary>
    public BidPhase? Phase { get; init; }

    /// <summary>How it came out: won, lost, rejected, voided or withdrawn; null while that is open.</summary>
    public BidEventKind? Result { get; init; }

    /// <summary>Whether there is nothing more to do.</summary>
    public bool HasEnded { get; init; }

    /// <summary>What is for us to do by which day, soonest first; nothing that has passed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TenderDay> Ahead { get; init => field = ValueList.Of(value ?? [], nameof(Ahead)); } = ValueList<TenderDay>.Empty;

    /// <summary>How many days the first of them is away; null where there is none.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The lowest price that we may offer: as stated, or by the guardrails of the quotation where that is higher; null where
    /// neither is known.</summary>
    public decimal? LowestAllowed { get; init; }

    /// <summary>Whether the bid is still open: no result, and the case has not ended.</summary>
    [JsonIgnore]
    public bool IsOpen => Result is null && !HasEnded;

    /// <summary>Whether something is to be done within <see cref="LeadDays"/>, for a bid that is open or won.</summary>
    [JsonIgnore]
    public bool IsAhead => !HasEnded && (IsOpen || Result == BidEventKind.Won) && DaysLeft <= LeadDays;

    /// <summary>Whether the price of our open bid is below the lowest that we may offer; null where one of the two is not known.</summary>
    [JsonIgnore]
    public bool? IsBelowWalkAway => IsOpen ? Tender.Price < LowestAllowed : null;

    /// <summary>What the price lacks to the lowest that we may offer; 0 where it is not below.</summary>
    [JsonIgnore]
    public decimal Shortfall => IsBelowWalkAway == true ? LowestAllowed!.Value - Tender.Price!.Value : 0;

    /// <summary>What the order leaves on average: margin · odds, once it is won the margin; null where one of the two is not known, or the
    /// bid has come out otherwise.</summary>
    [JsonIgnore]
    public decimal? ExpectedMargin => Result == BidEventKind.Won ? Tender.Margin
        : IsOpen && Tender is { Margin: { } margin, WinOdds: { } odds } ? margin * (decimal)odds
        : null;

    /// <summary>Judges a tender.</summary>
    /// <param name="tender">The tender, without faults (<see cref="TenderSummary.Faults"/>).</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="walkAway">The lowest price by the guardrails of its quotation; null where it has none.</param>
    /// <returns>The tender, judged.</returns>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Id, phase, result and days left by name.</returns>
    public override string ToString() =>
        Invariant($"TenderReview {{ Id = {Tender.Id}, Phase = {Phase}, Result = {Result}, DaysLeft = {DaysLeft} }}");
}
