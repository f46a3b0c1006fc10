using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Who depends on whom.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<DependenceKind>))]
public sealed class DependenceKind : Term<DependenceKind>
{
    /// <summary>Neither side depends on the other; value 1.</summary>
    public static readonly DependenceKind Loose = new(1);
    /// <summary>We depend on them; value 2.</summary>
    public static readonly DependenceKind WeDepend = new(2);
    /// <summary>They depend on us; value 3.</summary>
    public static readonly DependenceKind TheyDepend = new(3);
    /// <summary>Both depend on each other; value 4.</summary>
    public static readonly DependenceKind Mutual = new(4);

    private DependenceKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
