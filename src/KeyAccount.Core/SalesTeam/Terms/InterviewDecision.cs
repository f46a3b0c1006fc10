using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The decision after an interview.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<InterviewDecision>))]
public sealed class InterviewDecision : Term<InterviewDecision>
{
    /// <summary>The answers do not meet the demands of the position; value 1.</summary>
    public static readonly InterviewDecision No = new(1);
    /// <summary>Something is still open: ask further; value 2.</summary>
    public static readonly InterviewDecision SecondInterview = new(2);
    /// <summary>The answers meet the demands of the position; value 3.</summary>
    public static readonly InterviewDecision Yes = new(3);

    private InterviewDecision(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
