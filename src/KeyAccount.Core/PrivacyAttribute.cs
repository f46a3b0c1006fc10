namespace KeyAccount.Core;

/// <summary>Whether a property of the account file is personal: stated once on the property, and read by the JSON Schema and by <see
/// cref="Reviews.Redaction"/>.</summary>
/// <remarks>Every text of the account file says it. A text that does not is taken for a <see cref="Privacy.PersonalNote"/>.</remarks>
/// <param name="privacy">The person the property is about.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrivacyAttribute(Privacy privacy) : Attribute
{
    /// <summary>The person the property is about.</summary>
    public Privacy Privacy { get; } = privacy;

    /// <summary>Whether the property is about a person.</summary>
    public bool IsPersonal => Privacy is not (Privacy.NotPersonal or Privacy.Code or Privacy.AccountName);
}
