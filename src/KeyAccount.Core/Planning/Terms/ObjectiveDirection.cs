using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>The direction in which an objective moves its metric.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ObjectiveDirection>))]
public sealed class ObjectiveDirection : Term<ObjectiveDirection>
{
    /// <summary>The metric is to rise; value 1.</summary>
    public static readonly ObjectiveDirection Raise = new(1);
    /// <summary>The metric is to fall; value 2.</summary>
    public static readonly ObjectiveDirection Lower = new(2);

    private ObjectiveDirection(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
