using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The subject of a finding within its topic, which rules of actions read; <see cref="Finding.Subjects"/> has the ids.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<FindingSubject>))]
public sealed class FindingSubject : Term<FindingSubject>
{
    /// <summary>The account as a whole; value 1.</summary>
    public static readonly FindingSubject Account = new(1);
    /// <summary>People at the customer; value 2.</summary>
    public static readonly FindingSubject Person = new(2);
    /// <summary>People who decide, or may decide; value 3.</summary>
    public static readonly FindingSubject DecisionMaker = new(3);
    /// <summary>A contract; value 4.</summary>
    public static readonly FindingSubject Contract = new(4);
    /// <summary>Complaints; value 5.</summary>
    public static readonly FindingSubject Complaint = new(5);
    /// <summary>Quotations; value 6.</summary>
    public static readonly FindingSubject Quotation = new(6);
    /// <summary>Categories of the customer's spend; value 7.</summary>
    public static readonly FindingSubject SpendCategory = new(7);
    /// <summary>Competitors; value 8.</summary>
    public static readonly FindingSubject Competitor = new(8);
    /// <summary>Deals in the funnel; value 9.</summary>
    public static readonly FindingSubject Opportunity = new(9);
    /// <summary>Needs; value 11.</summary>
    public static readonly FindingSubject Need = new(11);
    /// <summary>Tenders; value 14.</summary>
    public static readonly FindingSubject Tender = new(14);

    private FindingSubject(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
