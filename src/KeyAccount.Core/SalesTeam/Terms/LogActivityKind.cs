using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The kind of activity that the hours of a week went into.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LogActivityKind>))]
public sealed class LogActivityKind : Term<LogActivityKind>
{
    /// <summary>A meeting with the customer in person; value 1.</summary>
    public static readonly LogActivityKind Visit = new(1, true);
    /// <summary>A call or a video meeting with the customer; value 2.</summary>
    public static readonly LogActivityKind Call = new(2, true);
    /// <summary>A presentation, a test or a visit to a reference; value 3.</summary>
    public static readonly LogActivityKind Presentation = new(3, true);
    /// <summary>Talks on price or contract; value 4.</summary>
    public static readonly LogActivityKind Negotiating = new(4, true);
    /// <summary>A meeting among ourselves; value 5.</summary>
    public static readonly LogActivityKind InternalMeeting = new(5, false);
    /// <summary>Reports, expenses and forms; value 6.</summary>
    public static readonly LogActivityKind Administration = new(6, false);
    /// <summary>Travel to or from a customer; value 7.</summary>
    public static readonly LogActivityKind Travel = new(7, false);
    /// <summary>Learning or teaching; value 8.</summary>
    public static readonly LogActivityKind Training = new(8, false);

    private LogActivityKind(int value, bool isSelling, [CallerMemberName] string name = "")
        : base(name, value)
    {
        IsSelling = isSelling;
    }

    /// <summary>Whether the activity is selling, that is, time with the customer.</summary>
    public bool IsSelling { get; }
}
