"""stub"""
def installed_voices():
    return []
