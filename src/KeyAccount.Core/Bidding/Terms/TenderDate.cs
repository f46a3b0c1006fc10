using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>A day that matters in a tender. Its duties count from one such day to another.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<TenderDate>))]
public sealed class TenderDate : Term<TenderDate>
{
    /// <summary>The tender document is issued; value 1.</summary>
    public static readonly TenderDate FileIssued = new(1);
    /// <summary>We object to the document; value 2.</summary>
    public static readonly TenderDate ObjectionToFile = new(2);
    /// <summary>A clarification is issued; value 3.</summary>
    public static readonly TenderDate ClarificationIssued = new(3);
    /// <summary>The deadline for bids; value 4.</summary>
    public static readonly TenderDate Deadline = new(4);
    /// <summary>The bids are opened; value 5.</summary>
    public static readonly TenderDate Opening = new(5);
    /// <summary>The evaluation report is issued; value 6.</summary>
    public static readonly TenderDate EvaluationReport = new(6);
    /// <summary>The candidates are published; value 7.</summary>
    public static readonly TenderDate PublicityBegins = new(7);
    /// <summary>The publicity ends; value 8.</summary>
    public static readonly TenderDate PublicityEnds = new(8);
    /// <summary>We learn the result; value 9.</summary>
    public static readonly TenderDate ResultKnown = new(9);
    /// <summary>We send a query; value 10.</summary>
    public static readonly TenderDate Query = new(10);
    /// <summary>The query is answered, or should be; value 11.</summary>
    public static readonly TenderDate QueryAnswered = new(11);
    /// <summary>We complain to the authority; value 12.</summary>
    public static readonly TenderDate Complaint = new(12);
    /// <summary>The notice of award is issued; value 13.</summary>
    public static readonly TenderDate Notice = new(13);
    /// <summary>The contract is signed; value 14.</summary>
    public static readonly TenderDate Contract = new(14);

    /// <summary>Whether we are the ones who must act by that day: hand in the bid, object, query, complain or sign.</summary>
    public bool IsOurs => this == Deadline || this == ObjectionToFile || this == Query || this == Complaint || this == Contract;

    private TenderDate(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
