using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A case that a plan learns from.</summary>
/// <remarks>《客户关系拓展与管理》 has success and failure cases of competitors (管理友商) and the experience of others (他山之石); the four kinds are a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReferenceCase>))]
public sealed class ReferenceCase : Term<ReferenceCase>
{
    /// <summary>We succeeded; value 1.</summary>
    public static readonly ReferenceCase OwnSuccess = new(1);
    /// <summary>We failed; value 2.</summary>
    public static readonly ReferenceCase OwnFailure = new(2);
    /// <summary>A competitor succeeded; value 3.</summary>
    public static readonly ReferenceCase RivalSuccess = new(3);
    /// <summary>A competitor failed; value 4.</summary>
    public static readonly ReferenceCase RivalFailure = new(4);

    private ReferenceCase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
