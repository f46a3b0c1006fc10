using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>An event at a customer that a competitor supplies.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<IncumbentEvent>))]
public sealed class IncumbentEvent : Term<IncumbentEvent>
{
    /// <summary>A tender comes up; value 1.</summary>
    public static readonly IncumbentEvent Tender = new(1);
    /// <summary>The competitor has failed: quality, delivery, service; value 2.</summary>
    public static readonly IncumbentEvent Failure = new(2);
    /// <summary>A new person decides; value 3.</summary>
    public static readonly IncumbentEvent NewPerson = new(3);
    /// <summary>A new project or product begins; value 4.</summary>
    public static readonly IncumbentEvent NewProject = new(4);
    /// <summary>Our technology does what theirs cannot; value 5.</summary>
    public static readonly IncumbentEvent NewTechnology = new(5);

    private IncumbentEvent(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
