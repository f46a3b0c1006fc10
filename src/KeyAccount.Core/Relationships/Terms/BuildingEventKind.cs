using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>What happens to a step of the relationship with a person.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BuildingEventKind>))]
public sealed class BuildingEventKind : Term<BuildingEventKind>
{
    /// <summary>Something has shown that the step is reached; value 1.</summary>
    public static readonly BuildingEventKind Shown = new(1);
    /// <summary>Something has shown that it no longer holds; value 2.</summary>
    public static readonly BuildingEventKind Lost = new(2);

    private BuildingEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
