using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The duties of the two regimes, as data. Check them against the law in force before you rely on them.</summary>
public static class TenderDuties
{
    /// <summary>The largest deposit that may be asked for, as a fraction of the estimated price or the budget: 0.02. Provenance:
    /// <c>Literature</c>, Regulation on the Implementation of the Tendering Law (招标投标法实施条例), article 26, and Regulation on the
    /// Implementation of the Government Procurement Law (政府采购法实施条例), article 33.</summary>
    public const decimal MostDepositShare = 0.02m;

    private const string Tendering = "招标投标法";
    private const string TenderingRegulation = "招标投标法实施条例";
    private const string Purchasing = "政府采购法";

    internal static Provenance Deposit { get; } = Provenance.Literature("招标投标法实施条例, article 26; 政府采购法实施条例, article 33");

    /// <summary>The tendering law of China: objection, then complaint.</summary>
    public static IReadOnlyList<TenderDuty> TenderingLaw { get; } = ValueList.Of(
    [
        Least("preparation", TenderDate.FileIssued, TenderDate.Deadline, 20, Law(Tendering, 24)) with { IsForMandatoryOnly = true },
        Least("clarification", TenderDate.ClarificationIssued, TenderDate.Deadline, 15, Law(TenderingRegulation, 21)),
        Least("objectionToFile", TenderDate.ObjectionToFile, TenderDate.Deadline, 10, Law(TenderingRegulation, 22)),
        Most("publicityBegins", TenderDate.EvaluationReport, TenderDate.PublicityBegins, 3, Law(TenderingRegulation, 54))
            with { IsForMandatoryOnly = true },
        Least("publicityLasts", TenderDate.PublicityBegins, TenderDate.PublicityEnds, 3, Law(TenderingRegulation, 54))
            with { IsForMandatoryOnly = true },
        Most("complaint", TenderDate.ResultKnown, TenderDate.Complaint, 10, Law(TenderingRegulation, 60)),
        Most("contract", TenderDate.Notice, TenderDate.Contract, 30, Law(Tendering, 46)),
    ]);

    /// <summary>The law on government purchasing of China: query, then complaint.</summary>
    public static IReadOnlyList<TenderDuty> GovernmentPurchasing { get; } = ValueList.Of(
    [
        Least("preparation", TenderDate.FileIssued, TenderDate.Deadline, 20, Memory(Purchasing, 35)),
        Most("query", TenderDate.ResultKnown, TenderDate.Query, 7, Law(Purchasing, 52)) with { IsInWorkingDays = true },
        Most("complaint", TenderDate.QueryAnswered, TenderDate.Complaint, 15, Law(Purchasing, 55)) with { IsInWorkingDays = true },
        Most("contract", TenderDate.Notice, TenderDate.Contract, 30, Law(Purchasing, 46)),
    ]);

    /// <summary>Looks up the duties of a regime.</summary>
    /// <param name="regime">The regime.</param>
    /// <returns>The duties of the regime; those of two regimes are never mixed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regime"/> is null.</exception>
    public static IReadOnlyList<TenderDuty> Of(TenderRegime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return regime == TenderRegime.TenderingLaw ? TenderingLaw : GovernmentPurchasing;
    }

    private static TenderDuty Least(string key, TenderDate from, TenderDate to, int days, Provenance provenance) =>
        new() { Key = key, From = from, To = to, IsAtLeast = true, Days = days, Provenance = provenance };

    private static TenderDuty Most(string key, TenderDate from, TenderDate to, int days, Provenance provenance) =>
        new() { Key = key, From = from, To = to, Days = days, Provenance = provenance };

    private static Provenance Law(string law, int article) =>
        Provenance.Literature(FormattableString.Invariant($"{law}, article {article}"));

    private static Provenance Memory(string law, int article) =>
        Provenance.LibraryDefault(FormattableString.Invariant($"{law}, article {article}, by memory: check it"));
}
